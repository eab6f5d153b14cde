/** An e-mail address by which a colleague recognises it and nobody else learns it: `m•••@shop.ph`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${email.slice(0, 1)}•••${email.slice(at)}`;
}
