package org.vigie.classifier.risk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The file of a model's weights: a signature, three tables of (length, UTF-8 name, float) in
 * alphabetical order, a CRC-32. Nothing in it is executed, and every length is checked before use.
 *
 * @param sectioned weights for English text under headings; empty if none was trained on
 * @param english weights for other English text, words included
 * @param wordless weights of what says the same in every language
 */
record ModelFile(WeightTable sectioned, WeightTable english, WeightTable wordless) {
  static final String NAME = "model.bin";

  private static final long SIGNATURE = 0x5649474945524D32L; // "VIGIERM2"
  private static final int MAX_FEATURES = 1_000_000;
  private static final int MAX_NAME = 400;
  private static final long MAX_FILE = 64L << 20;

  /** Returns the head for features; that for plain text where the model has none for sections. */
  Head head(List<Feature> found, boolean understood) {
    Head head = Head.of(found, understood);
    return head == Head.SECTIONED && sectioned.sorted().isEmpty() ? Head.PLAIN : head;
  }

  /** Returns the weights of a head. */
  WeightTable table(Head head) {
    return switch (head) {
      case SECTIONED -> sectioned;
      case PLAIN -> english;
      case WORDLESS -> wordless;
    };
  }

  void write(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(SIGNATURE);
    writeTable(sectioned.sorted(), out);
    writeTable(english.sorted(), out);
    writeTable(wordless.sorted(), out);
    out.writeInt((int) crc(bytes.toByteArray(), bytes.size()));
    Files.write(folder.resolve(NAME), bytes.toByteArray());
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if it is not one, cut off or altered; names the file
   */
  static ModelFile read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    long size = Files.size(file);
    if (size < 20 || size > MAX_FILE) {
      throw broken(file, "must have 20 to " + MAX_FILE + " bytes, but has " + size);
    }
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length - Integer.BYTES;
    try (DataInputStream sum =
            new DataInputStream(new ByteArrayInputStream(bytes, end, Integer.BYTES));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end))) {
      if (in.readLong() != SIGNATURE) {
        throw broken(file, "must begin with the signature VIGIERM2");
      }
      if (sum.readInt() != (int) crc(bytes, end)) {
        throw broken(file, "must end with the CRC-32 of what stands before, but it differs");
      }
      ModelFile model =
          new ModelFile(readTable(in, file), readTable(in, file), readTable(in, file));
      if (in.available() > 0) {
        throw broken(file, "must end after its tables, but " + in.available() + " bytes follow");
      }
      return model;
    }
  }

  private static void writeTable(SortedMap<String, Float> weights, DataOutputStream out)
      throws IOException {
    out.writeInt(weights.size());
    for (var entry : weights.entrySet()) {
      byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
      out.writeShort(name.length);
      out.write(name);
      out.writeFloat(entry.getValue());
    }
  }

  private static WeightTable readTable(DataInputStream in, Path file) throws IOException {
    require(in, Integer.BYTES, file);
    int count = in.readInt();
    if (count < 0 || count > MAX_FEATURES) {
      throw broken(file, "may have up to " + MAX_FEATURES + " features, but claims " + count);
    }
    SortedMap<String, Float> weights = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      require(in, Short.BYTES, file);
      int length = in.readUnsignedShort();
      if (length == 0 || length > MAX_NAME) {
        throw broken(
            file,
            "needs names of 1 to " + MAX_NAME + " bytes, but feature " + i + " has " + length);
      }
      require(in, length + Float.BYTES, file);
      String name = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      float weight = in.readFloat();
      if (!Float.isFinite(weight)) {
        throw broken(file, "needs finite weights, but that of feature " + i + " is " + weight);
      }
      if (weights.put(name, weight) != null) {
        throw broken(file, "names feature " + i + " twice");
      }
    }
    return new WeightTable(weights);
  }

  private static void require(DataInputStream in, int bytes, Path file) throws IOException {
    if (in.available() < bytes) {
      throw broken(file, "is cut off: " + bytes + " more bytes must follow");
    }
  }

  private static IllegalArgumentException broken(Path file, String what) {
    return new IllegalArgumentException("the model " + file + " " + what);
  }

  private static long crc(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }
}
