package org.vigie.search.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.zip.CRC32C;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexableField;
import org.vigie.search.DamagedIndexException;
import org.vigie.search.analysis.Fields;

/**
 * The checksum of a record, which is written beside it and looked at whenever it is read.
 *
 * <p>Lucene has one for each file, and looks at it only when it merges. CRC-32C finds every single
 * flipped bit (Koopman 2002, doi:10.1109/DSN.2002.1028931).
 */
public final class RecordSum {
  /** What has to be read of a document for its record. */
  static final Set<String> FIELDS = Set.of(Fields.JSON, Fields.SUM);

  private RecordSum() {}

  /** Adds a record to a document, with its checksum. */
  static void add(Document document, Object fact) {
    String json = RecordJson.write(fact);
    document.add(new StoredField(Fields.SUM, of(json)));
    document.add(new StoredField(Fields.JSON, json));
  }

  /**
   * Returns the record of a stored document as JSON.
   *
   * @throws DamagedIndexException if there is none, or it isn't what was written; one that was
   *     written without a checksum, by an earlier version, is taken as it is
   */
  static String whole(Document stored) throws DamagedIndexException {
    String json = stored.get(Fields.JSON);
    if (json == null || (isSummed(stored) && sum(stored) != of(json))) {
      throw new DamagedIndexException("a record");
    }
    return json;
  }

  /** Returns whether a stored document has a checksum. */
  public static boolean isSummed(Document stored) {
    return stored.getField(Fields.SUM) != null;
  }

  /** Returns whether the record of a stored document can be shown. */
  public static boolean isWhole(Document stored) {
    try {
      return !whole(stored).isEmpty();
    } catch (DamagedIndexException e) {
      return false;
    }
  }

  private static int sum(Document stored) throws DamagedIndexException {
    IndexableField field = stored.getField(Fields.SUM);
    if (field == null || field.numericValue() == null) {
      throw new DamagedIndexException("a checksum");
    }
    return field.numericValue().intValue();
  }

  private static int of(String json) {
    CRC32C crc = new CRC32C();
    crc.update(json.getBytes(UTF_8));
    return (int) crc.getValue();
  }
}
