/** Where letters are handed over. The password never leaves this value: no log, no register. */
export interface SmtpAccount {
  host: string;
  port: number;
  /** `none` is for a server on this very machine. */
  security: 'tls' | 'starttls' | 'none';
  /** null: the server asks for no login. */
  login: { user: string; password: string } | null;
}
