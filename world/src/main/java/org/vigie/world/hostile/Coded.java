package org.vigie.world.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Bodies in the content codings of HTTP: honest ones, and bombs that unfold to far more than is
 * sent.
 *
 * <p>Brotli and zstd are written by hand, since the JDK has neither: stored blocks for what is
 * honest, runs of one byte for what isn't.
 */
public final class Coded {
  private static final int ZSTD_BLOCK = 1 << 17;
  private static final int ZSTD_RAW = 0;
  private static final int ZSTD_RUN = 1;
  private static final int BROTLI_BLOCK = 1 << 24;

  private Coded() {}

  public static byte[] gzip(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory has no input errors
    }
    return out.toByteArray();
  }

  /** Returns deflate as RFC 9110 means it. */
  public static byte[] zlib(byte[] body) {
    return deflate(body, false);
  }

  /** Returns deflate as many servers send it. */
  public static byte[] rawDeflate(byte[] body) {
    return deflate(body, true);
  }

  /** Returns a gzip body of many members, all of them empty. */
  public static byte[] emptyGzipMembers(int members) {
    byte[] member = gzip(new byte[0]);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < members; i++) {
      out.writeBytes(member);
    }
    return out.toByteArray();
  }

  /**
   * Returns gzip that unfolds to so many MiB of spaces.
   *
   * <p>A block that begins afresh and ends at a whole byte may be repeated as it is: a gigabyte
   * need not be compressed to be sent.
   */
  public static byte[] gzipBomb(int mebibytes) {
    byte[] spaces = spaces(1 << 20);
    byte[] block = flushed(spaces);
    CRC32 checksum = new CRC32();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
    for (int i = 0; i < mebibytes; i++) {
      checksum.update(spaces);
      out.writeBytes(block);
    }
    out.writeBytes(new byte[] {3, 0}); // a last block of nothing
    number(out, checksum.getValue());
    number(out, (long) mebibytes << 20);
    return out.toByteArray();
  }

  private static byte[] flushed(byte[] body) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    byte[] out = new byte[body.length];
    deflater.setInput(body);
    int length = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  private static void number(ByteArrayOutputStream out, long value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >>> shift));
    }
  }

  /** Returns a brotli body of stored blocks (RFC 7932, section 9.2). */
  public static byte[] brotli(byte[] body) {
    BitWriter out = new BitWriter().put(0, 1); // a window of 64 KiB
    for (int start = 0; start < body.length; start += 1 << 16) {
      int length = Math.min(1 << 16, body.length - start);
      out.put(0, 1).put(0, 2).put(length - 1, 16).put(1, 1).align();
      out.put(Arrays.copyOfRange(body, start, start + length));
    }
    return out.put(3, 2).toBytes();
  }

  /**
   * Returns a brotli body that unfolds to so many times 16 MiB of spaces, with the largest window.
   *
   * <p>Each block has one literal, one insert-and-copy and one distance symbol, so that none of
   * them takes a bit; a single command inserts the whole block (RFC 7932, sections 3.4, 5 and 9.2).
   */
  public static byte[] brotliBomb(int blocks) {
    BitWriter out = new BitWriter().put(0b1111, 4); // a window of 16 MiB
    for (int i = 0; i < blocks; i++) {
      out.put(0, 1).put(2, 2).put(BROTLI_BLOCK - 1, 24).put(0, 1); // not last, length, not stored
      out.put(0, 3).put(0, 6).put(0, 2).put(0, 2); // block types, distances, context, trees
      out.put(1, 2).put(0, 2).put(' ', 8); // the literal
      out.put(1, 2).put(0, 2).put(504, 10); // insert 22,594 and more, copy 2
      out.put(1, 2).put(0, 2).put(0, 6); // the distance
      out.put(BROTLI_BLOCK - 22_594, 24);
    }
    return out.put(3, 2).toBytes();
  }

  /** Returns a zstd body of stored blocks (RFC 8878, section 3.1.1). */
  public static byte[] zstd(byte[] body) {
    ByteArrayOutputStream out = zstdFrame(0);
    for (int start = 0; start < body.length; start += 1 << 10) {
      int length = Math.min(1 << 10, body.length - start);
      zstdBlock(out, ZSTD_RAW, length);
      out.write(body, start, length);
    }
    return end(out);
  }

  /** Returns a zstd body that unfolds to so many times 128 KiB of spaces. */
  public static byte[] zstdBomb(int blocks) {
    ByteArrayOutputStream out = zstdFrame(13 << 3); // a window of 8 MiB
    for (int i = 0; i < blocks; i++) {
      zstdBlock(out, ZSTD_RUN, ZSTD_BLOCK);
      out.write(' ');
    }
    return end(out);
  }

  /** Returns a zstd body that asks for a window of 3.75 TiB. */
  public static byte[] zstdHugeWindow() {
    ByteArrayOutputStream out = zstdFrame(0xff);
    zstdBlock(out, ZSTD_RUN, ZSTD_BLOCK);
    out.write(' ');
    return end(out);
  }

  static byte[] spaces(int length) {
    byte[] spaces = new byte[length];
    Arrays.fill(spaces, (byte) ' ');
    return spaces;
  }

  private static ByteArrayOutputStream zstdFrame(int window) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) window});
    return out;
  }

  private static void zstdBlock(ByteArrayOutputStream out, int type, int size) {
    int header = (type << 1) | (size << 3);
    out.write(header);
    out.write(header >> 8);
    out.write(header >> 16);
  }

  private static byte[] end(ByteArrayOutputStream out) {
    out.writeBytes(new byte[] {1, 0, 0}); // a last block of no bytes
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] body, boolean raw) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
      deflating.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory has no input errors
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }
}
