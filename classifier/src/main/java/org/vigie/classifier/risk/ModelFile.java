package org.vigie.classifier.risk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The file of a model's weights: a signature, three {@linkplain FrontCodedTable tables}, a CRC-32.
 * Nothing in it is executed, and every length is checked before use.
 *
 * @param sectioned weights for English text under headings; empty if none was trained on
 * @param english weights for other English text, words included
 * @param wordless weights of what says the same in every language
 */
public record ModelFile(WeightTable sectioned, WeightTable english, WeightTable wordless) {
  public static final String NAME = "model.bin";

  private static final long SIGNATURE = 0x5649474945524D33L; // "VIGIERM3"
  private static final long MAX_FILE = 32L << 20;

  /** Returns the head for features; that for plain text where the model has none for sections. */
  public Head head(List<Feature> found, boolean understood) {
    Head head = Head.of(found, understood);
    return head == Head.SECTIONED && sectioned.isEmpty() ? Head.PLAIN : head;
  }

  /** Returns the weights of a head. */
  public WeightTable table(Head head) {
    return switch (head) {
      case SECTIONED -> sectioned;
      case PLAIN -> english;
      case WORDLESS -> wordless;
    };
  }

  public void write(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(SIGNATURE);
    FrontCodedTable.write(sectioned, out);
    FrontCodedTable.write(english, out);
    FrontCodedTable.write(wordless, out);
    out.writeInt((int) crc(bytes.toByteArray(), bytes.size()));
    Files.write(folder.resolve(NAME), bytes.toByteArray());
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if it is not one, cut off or altered; names the file
   */
  public static ModelFile read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    long size = Files.size(file);
    if (size < 20 || size > MAX_FILE) {
      throw new IllegalArgumentException(
          "the model %s must have 20 to %d bytes, but has %d".formatted(file, MAX_FILE, size));
    }
    try {
      return of(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the model " + file + " " + e.getMessage(), e);
    }
  }

  /**
   * Reads a model from the bytes of its file.
   *
   * @param bytes at least 20
   * @throws IllegalArgumentException if they are none; says what must hold
   */
  static ModelFile of(byte[] bytes) throws IOException {
    int end = bytes.length - Integer.BYTES;
    ByteBuffer whole = ByteBuffer.wrap(bytes);
    if (whole.getLong(0) != SIGNATURE) {
      throw new IllegalArgumentException("must begin with the signature VIGIERM3");
    }
    if (whole.getInt(end) != (int) crc(bytes, end)) {
      throw new IllegalArgumentException(
          "must end with the CRC-32 of what stands before, but it differs");
    }
    DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, Long.BYTES, end - Long.BYTES));
    ModelFile model =
        new ModelFile(FrontCodedTable.read(in), FrontCodedTable.read(in), FrontCodedTable.read(in));
    if (in.available() > 0) {
      throw new IllegalArgumentException(
          "must end after its tables, but " + in.available() + " bytes follow");
    }
    return model;
  }

  private static long crc(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }
}
