/** Who writes delivery reports: the address, before the at sign. */
export const SYSTEM_ADDRESS =
  /^(?:mailer-?daemon|postmaster|mail-?daemon|mdaemon|daemon|mail-?system|mail\.delivery\.system|noreply-dsn|bounces?|microsoftexchange[0-9a-f]{32})(?:[-+.][^@]{0,64})?(?:@|$)/i;

/** Who writes delivery reports: the name. */
export const SYSTEM_NAME =
  /mailer[- ]daemon|^"?postmaster\b|mail deliver(?:y|ed)? (?:sub)?system|mail delivery (?:service|agent)|system administrator|systemansvarlig|systemadministrator|mail administrator|content-filter|leveringssystem/i;

/** What they put above it, in the languages in which Norwegian municipalities' servers and those around them write. */
export const BOUNCE_SUBJECT =
  /\b(?:undeliver(?:ed|able|y)|unzustellbar|non remis|non recapitabile|onbestelbaar|oleverbar|olevererad|ej levererad|kan(?: dessverre)? ik(?:ke|kje) lever\w+|kunne ik(?:ke|kje) lever\w+|(?:ble )?ik(?:ke|kje) lever[at]?t?|uleverlig|uleverbar|leveringsfeil|leveringsstatus\w*|leveringsrapport|levering(?:en|a)? (?:mislyktes|mislukkast|feilet|forsinket|er forsinket|utsatt)|mislykket levering|forsinket levering|returnert (?:e-?post|melding)|deliver\w* (?:status|failure|fail\w*|error|notification|delay\w*|problem\w*|has failed|incomplete)|(?:failed|failure|unable|error|problem) (?:\w+ ){0,2}deliver\w*|(?:mail|message|email|e-mail) (?:deliver\w*|system|transport|transfer) (?:\w+ ){0,2}(?:fail\w*|error|problem|subsystem|notification)|(?:mail|message|email|e-mail) (?:could|was|has|is|can)? ?(?:not|n't|cannot) (?:be |been )?(?:deliver\w*|sent)|return(?:ed|ing) (?:mail|to sender|message|email|e-mail)|(?:mail|message|email|e-mail) (?:\w+ ){0,2}returned|failure notice|(?:mail|message) fail(?:ed|ure)|nondeliver\w*|non-deliver\w*|delayed mail|(?:mail|message) (?:is |has been )?delayed|could not send message|user unknown|unknown user|address not found|ndn:|zustell\w* (?:fehl\w*|nicht)|nicht zugestellt|no se puede entregar|no entregado|n[ãa]o (?:foi )?entregue|delivery notification)/iu;

/** A warning: the server will try again. */
export const DELAYED =
  /\b(?:delayed|will be retried|(?:still|is) being retried|warning (?:message )?only|not (?:yet )?been delivered (?:yet|to)|has not (?:yet )?been delivered|not yet been delivered|still undelivered|will (?:keep|continue) (?:trying|to try)|delivery attempts will continue|could not send message for past|temporary failure report|need not re-?send|forsinket|forseinka|prøves på nytt|forsøkes på nytt|prøver igjen|fortsetter å prøve|vil prøve på nytt|skal prøve på nytt)\b/iu;

/** The end of trying; counts before DELAYED, since a failure tells its own history of delays. */
export const GAVE_UP =
  /\b(?:i've given up|has given up|have given up|gave up|giving up|not going to try again|no longer be retried|stopped trying|will be deleted from queue|permanent (?:fatal )?error|failed permanently|sluttet å prøve|gitt opp|gir opp)\b/iu;

/** A body that tells of a mail that did not arrive, whatever program wrote it. */
export const NOT_DELIVERED =
  /\b(?:not|n't|unable to|failed to|cannot|never) (?:\w+ ){0,4}(?:deliver(?:ed|able|y)?|reach(?:ed)?|relay(?:ed)?|receive)\b|\bdeliver\w* (?:\S+ ){0,8}(?:failed|failure|aborted|delayed|problems?|errors?)\b|\b(?:error|problem|failure)s? (?:\w+ ){0,4}(?:deliver\w*|transport\w*)|\b(?:undeliverable|undelivered|nondelivery|non-delivery)\b|\b(?:addresses|recipients?|address\(es\)|recipient\(s\)) (?:had|has|have|was|were|could|did|failed|rejected)\b|\b(?:user unknown|unknown user|no such user|mailbox full|user not found|mailbox is full)\b|\b(?:message|mail)\b[^\n]{0,200}? (?:was|were|has been) (?:automatically )?rejected\b|\binvalid (?:final )?(?:delivery )?(?:userid|recipient|address)\b|(?:^|\n)[ \t]*(?:<<< |>>> |out: [45]\d\d|[45]\d\d[ -][45]\.\d\.\d)|\b(?:kunne|kan|ble|blei|vart|blir|er|har) ik(?:ke|kje) (?:bli(?:tt)? )?lever\w+|\bleveringen (?:\S+ ){0,8}mislyktes|\bkunne ik(?:ke|kje) levere/iu;

/** From here on a report repeats the mail that failed. */
export const RETURNED_MAIL =
  /^[ \t>|*#=_.-]{0,80}(?:(?:this is|below is|included is|here is|attached is|following is)? ?(?:a |the )?(?:copy of (?:the|your)|header of the) (?:original )?(?:message|mail|header)|below (?:this|the next) line|(?:the )?(?:original|unsent|returned|undelivered|old) (?:mail|message)(?: text| headers?)?\b(?! (?:was|could|has|id|is))|(?:mail|message) (?:text|headers?|header lines|body)? ?follows?\b|original message (?:headers?|follows|details)|returned mail follows|start of returned message|your message reads|message text follows|content of (?:the )?(?:original|returned)|opprinnelig(?:e)? melding|opphavleg melding|opprinnelige meldingshoder|opprinnelige hoder|received: |return-path: ?<|x-originalarrivaltime:)/imu;
