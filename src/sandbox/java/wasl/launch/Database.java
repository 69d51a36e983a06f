package wasl.launch;

/** A database with its two users: who owns the schema, and who works with it. */
public interface Database {

  /** The user who owns the schema. */
  DatabaseAccess migration();

  /** The user the application works as. */
  DatabaseAccess application();

  /** Somebody who may do anything: for what measures the database or breaks it on purpose. */
  DatabaseAccess administrator();

  /** Starts it again if it is ours and has died; says whether it had. */
  default boolean revive() {
    return false;
  }
}
