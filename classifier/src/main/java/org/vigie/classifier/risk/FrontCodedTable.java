package org.vigie.classifier.risk;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table of weights as it stands in a file: the count of features, then for each, in alphabetical
 * order, how many bytes its name shares with the name before, how many follow, those bytes, and the
 * weight as a float.
 *
 * <p>Neighbours share most of their names, so that this front coding (Witten, Moffat and Bell,
 * 1999, section 4.1) halves the file. A general compressor would make it smaller still, but its
 * bytes differ from one version of zlib to another, and a model is known by the hash of its bytes.
 */
final class FrontCodedTable {
  private static final int MAX_FEATURES = 1_000_000;
  private static final int MAX_NAME = 255;

  /** A crafted file may claim long shared beginnings; all names together stay under this. */
  private static final int MAX_NAMES = 64 << 20;

  /** What malformed bytes are read as; no name has it, since words are of letters and digits. */
  private static final char NOT_UTF_8 = '\uFFFD';

  private FrontCodedTable() {}

  static void write(WeightTable table, DataOutputStream out) throws IOException {
    SortedMap<String, Float> weights = table.sorted();
    out.writeInt(weights.size());
    byte[] before = {};
    for (var entry : weights.entrySet()) {
      byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
      if (name.length == 0 || name.length > MAX_NAME) {
        throw new IllegalArgumentException(
            "a feature's name needs 1 to %d bytes, but one has %d"
                .formatted(MAX_NAME, name.length));
      }
      int mismatch = Arrays.mismatch(before, name);
      int shared = mismatch < 0 ? name.length : mismatch;
      out.writeByte(shared);
      out.writeByte(name.length - shared);
      out.write(name, shared, name.length - shared);
      out.writeFloat(entry.getValue());
      before = name;
    }
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException if what stands there is none; says what must hold
   */
  static WeightTable read(DataInputStream in) throws IOException {
    require(in, Integer.BYTES);
    int count = in.readInt();
    if (count < 0 || count > MAX_FEATURES) {
      throw new IllegalArgumentException(
          "may have up to " + MAX_FEATURES + " features, but claims " + count);
    }
    SortedMap<String, Float> weights = new TreeMap<>();
    byte[] name = new byte[MAX_NAME];
    String before = "";
    int beforeLength = 0;
    long bytes = 0;
    for (int i = 0; i < count; i++) {
      require(in, 2);
      int shared = in.readUnsignedByte();
      int length = shared + in.readUnsignedByte();
      bytes += length;
      if (bytes > MAX_NAMES) {
        throw new IllegalArgumentException(
            "needs names of at most " + MAX_NAMES + " bytes together, but has more");
      }
      if (shared > beforeLength || length == 0 || length > MAX_NAME) {
        throw new IllegalArgumentException(
            "needs names of 1 to %d bytes that begin like the one before, but feature %d shares %d of %d"
                .formatted(MAX_NAME, i, shared, length));
      }
      require(in, length - shared + Float.BYTES);
      in.readFully(name, shared, length - shared);
      String text = new String(name, 0, length, StandardCharsets.UTF_8);
      if (text.indexOf(NOT_UTF_8) >= 0) {
        throw new IllegalArgumentException(
            "needs names in UTF-8, but that of feature " + i + " is not");
      }
      if (before.compareTo(text) >= 0) {
        throw new IllegalArgumentException(
            "needs names in alphabetical order, but feature "
                + i
                + " is not behind the one before");
      }
      float weight = in.readFloat();
      if (!Float.isFinite(weight)) {
        throw new IllegalArgumentException(
            "needs finite weights, but that of feature " + i + " is " + weight);
      }
      weights.put(text, weight);
      before = text;
      beforeLength = length;
    }
    return new WeightTable(weights);
  }

  private static void require(DataInputStream in, int bytes) throws IOException {
    if (in.available() < bytes) {
      throw new IllegalArgumentException("is cut off: " + bytes + " more bytes must follow");
    }
  }
}
