import { type Rule, rule } from './rule.ts';

/** A database named, and something wrong with it. */
const DATABASE_NAMED =
  /\b(?:sqlite\w{0,3}|postgres(?:ql)?|psql|mysql|mariadb|mongo(?:db|ose)?|redis|ioredis|valkey|prisma|sequelize|typeorm|knex|sqlalchemy|psycopg\d?|dbd::|jdbc|elasticsearch|elastic_transport|opensearch|database)\b.{0,160}(?:econnrefused|econnreset|etimedout|enotfound|connect|unavailable|timed ?out|time-?out|gone away|down\b|not (?:ready|running|reachable|available))/;

/** Databases and queues, where the message names one. */
export const DATABASE_RULES: readonly Rule[] = [
  rule(
    'database_unavailable',
    /database (?:system )?(?:is )?(?:unreachable|offline|not (?:reachable|ready)|locked|busy|unavailable|starting up|shutting down|not (?:yet )?accepting|in recovery)|connection slots are reserved|too many clients|lock wait timeout|from the connection pool|redis is loading|connection terminated due|sqlstate\[hy000\] \[200\d\]|sqlstate 57p0|server has gone away|lost connection to mysql|sqlite_busy|too many connections|deadlock (?:detected|found)|could not serialize access|restart(?:ing)? transaction|loading the db\b|\bclusterdown |sequelize(?:connection\w{0,30}|host\w{4,20}|timeout)error|(?:mongo|redis|postgres|mysql|mariadb|prisma)\w{0,30}[^.]{0,60}(?:econnrefused|connection|unavailable|not connect|can't reach|timed out|selection)/,
  ),
  rule(
    'database_unavailable',
    /dbconnection\.connectionerror|all shards failed|no_shard_available|search_phase_execution|can't reach database|max ?retries ?per ?request|maxretries|pg::connectionbad|(?:obtain|acquire|get|checkout) a (?:database |db )?connection|database connection\b.{0,60}(?:fail|lost|refused|closed|time)|connectiontimeouterror|(?:could not|cannot|unable to|failed to) (?:connect to|open|reach|initiali[sz]e) (?:the )?(?:database|db|mongo|redis|postgres|mysql)|connection pool (?:timeout|exhausted)|connection to (?:the )?(?:server|database) .{0,80}failed|connection terminated unexpectedly|can't connect to (?:local )?mysql/,
  ),
  rule(
    'database_unavailable',
    /(?:operationalerror|sqlstate|psycopg|pymysql)\b.{0,120}(?:connect|refused|timed? ?out|terminated|closed|locked|unavailable|gone away)/,
  ),
  rule(
    'database_error',
    /(?:sqlite|sql|db|database)\w{0,30}(?:error|exception)\b|sqlite_(?:error|corrupt|constraint|readonly|ioerr)|sqlstate|access denied for user|\bnoauth |\bwrongpass |sequelize\w{4,40}error|duplicate key value|database disk image is malformed|no such (?:table|column)|(?:relation|table|column) \S{1,80} (?:does not|doesn't) exist|violates \w{1,20}[- ]?\w{0,10} constraint|syntax error at or near|operationalerror|integrityerror|(?:prismaclient\w{1,30}|sql|sqlite|psql|mongo\w{0,10}|redis|reply|query)(?:error|exception)\b|pg::\w|read only replica|readonly you can't write|mapper_parsing|\brdb (?:format|version|file)|\b(?:misconf|wrongtype|execabort|noscript) /,
  ),
  rule(
    'database_unavailable',
    DATABASE_NAMED,
    // Ordinary lines tell of connections too.
    { marked: true },
  ),
  rule(
    'database_error',
    /\b(?:sqlite\w{0,3}|postgres(?:ql)?|psql|mysql|mariadb|mongo(?:db)?|redis|dbd::\w{1,20}).{0,120}(?:\berror|execute failed|\bexception|corrupt|malformed|constraint)/,
  ),
];
