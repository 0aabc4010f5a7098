package org.vigie.casework.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;
import org.vigie.files.digest.Sha256;

/**
 * The function by which SQLite turns the values of a row into a number below {@link #MODULUS}: the
 * first 62 bits of their SHA-256, so that two such numbers add up within SQLite's integers.
 */
final class RowHash extends Function {
  static final String NAME = "vigie_row_hash";

  static final long MODULUS = 1L << 62;

  // What SQLite calls its kinds of values (sqlite.org/c3ref/c_blob.html).
  private static final int INTEGER = 1;
  private static final int FLOAT = 2;
  private static final int BLOB = 4;
  private static final int NULL = 5;

  private RowHash() {}

  /** Lets the statements and triggers of a connection use it. */
  static void addTo(Connection connection) throws SQLException {
    Function.create(connection, NAME, new RowHash(), -1, Function.FLAG_DETERMINISTIC);
  }

  @Override
  protected void xFunc() throws SQLException {
    MessageDigest digest = Sha256.digester();
    for (int i = 0; i < args(); i++) {
      add(digest, i);
    }
    result(ByteBuffer.wrap(digest.digest()).getLong() >>> 2);
  }

  private void add(MessageDigest digest, int arg) throws SQLException {
    int type = value_type(arg);
    byte[] value =
        switch (type) {
          case INTEGER -> number(value_long(arg));
          case FLOAT -> number(Double.doubleToRawLongBits(value_double(arg)));
          case BLOB -> value_blob(arg);
          case NULL -> new byte[0];
          default -> value_text(arg).getBytes(UTF_8);
        };
    digest.update((byte) type);
    digest.update(number(value == null ? 0 : value.length));
    digest.update(value == null ? new byte[0] : value);
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }
}
