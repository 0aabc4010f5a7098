package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.vigie.files.owner.OwnerOnly;

/** A copy of the console's database by SQLite's own online backup, while others write it. */
final class DatabaseCopy {
  private DatabaseCopy() {}

  /**
   * Makes one. Beside a database of a backup nothing is written, which SQLite does else for its
   * write-ahead log: so it may lie on a medium that can't be written.
   *
   * @throws IOException if there is no whole database to copy
   */
  static void make(Path database, Path copy) throws IOException {
    OwnerOnly.file(copy);
    try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + place(database));
        Statement statement = from.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 30000");
      statement.executeUpdate("backup to '" + copy.toString().replace("'", "''") + "'");
    } catch (SQLException e) {
      throw new IOException(database + " must be a database of the console's", e);
    }
    OwnerOnly.tighten(copy);
  }

  private static String place(Path database) {
    Path folder = database.toAbsolutePath().resolveSibling("");
    boolean isOfBackup = Files.exists(folder.resolveSibling(Backup.SUMS));
    boolean hasLog = Files.exists(folder.resolve(database.getFileName() + "-wal"));
    return isOfBackup && !hasLog
        ? "file:" + database.toUri().getRawPath() + "?immutable=1"
        : database.toString();
  }
}
