package wasl.shared;

import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** The database cannot be reached now: whoever asked may come again, nothing is wrong with what. */
public final class DatabaseAway {

  private DatabaseAway() {}

  /** Whether this one failure, its causes aside, is a connection that broke or cannot be made. */
  public static boolean isSaidBy(Throwable failure) {
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLRecoverableException
        || failure instanceof ResourceAllocationException;
  }
}
