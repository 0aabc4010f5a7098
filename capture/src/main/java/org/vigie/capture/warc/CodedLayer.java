package org.vigie.capture.warc;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One content coding being undone, with a bound on what it may unfold to.
 *
 * <p>It is the bound of each layer that makes a stack of codings harmless: a megabyte of gzip can
 * hold a gigabyte of gzip that holds nothing. The decoders are made for honest input; whatever else
 * they throw at hostile input is a broken stream here.
 */
final class CodedLayer extends InputStream {
  private static final int BUFFER_BYTES = 8_192;

  /** Makes the stream of a decoder, reading its header. */
  @FunctionalInterface
  private interface Decoder {
    InputStream over(InputStream in) throws IOException;
  }

  private final Decoder decoder;
  private final InputStream coded;
  private @Nullable InputStream decoding;
  private long left;
  private boolean ended;
  private boolean exceeded;

  private CodedLayer(Decoder decoder, InputStream coded, long maxBytes) {
    this.decoder = decoder;
    this.coded = coded;
    // One more than what is kept tells a body of just that size from a longer one.
    this.left = maxBytes + 1;
  }

  /**
   * Returns the layer of a coding.
   *
   * @param coding its name in lower case
   * @throws UnsupportedCodingException if it isn't known
   */
  static CodedLayer of(String coding, InputStream in, long maxBytes)
      throws UnsupportedCodingException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new CodedLayer(GzipMembers::new, in, maxBytes);
      case "deflate" -> new CodedLayer(CodedLayer::deflate, in, maxBytes);
      case "br" -> new CodedLayer(raw -> new BrotliInputStream(raw, BUFFER_BYTES), in, maxBytes);
      case "zstd" -> new CodedLayer(CodedLayer::zstd, in, maxBytes);
      default ->
          throw new UnsupportedCodingException(
              "content coding must be gzip, deflate, br or zstd, but was '"
                  + Printable.of(coding)
                  + "'");
    };
  }

  /**
   * Reads what the coding begins with.
   *
   * @throws IOException if it doesn't begin as it must
   */
  void open() throws IOException {
    decoding();
  }

  /** Returns whether there was more than the bound. */
  boolean exceeded() {
    return exceeded;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (ended || length == 0) {
      return ended ? -1 : 0;
    }
    if (left == 0) {
      exceeded = true;
      throw new IOException("a content coding must not unfold beyond its bound");
    }
    int n = decode(buffer, offset, (int) Math.min(length, left));
    ended = n < 0;
    left -= Math.max(0, n);
    return n;
  }

  @Override
  public void close() throws IOException {
    if (decoding != null) {
      decoding.close();
    }
    coded.close();
  }

  private int decode(byte[] buffer, int offset, int length) throws IOException {
    try {
      return decoding().read(buffer, offset, length);
    } catch (RuntimeException e) {
      throw new IOException("a coded body must be well-formed; found " + e.getClass(), e);
    }
  }

  private InputStream decoding() throws IOException {
    InputStream in = decoding;
    if (in == null) {
      in = decoder.over(coded);
      decoding = in;
    }
    return in;
  }

  /** Deflate means zlib (RFC 1950), but many servers send it raw (RFC 1951): the header tells. */
  private static InputStream deflate(InputStream in) throws IOException {
    var buffered = new PushbackInputStream(in, 2);
    byte[] head = buffered.readNBytes(2);
    buffered.unread(head);
    boolean zlib =
        head.length == 2
            && (head[0] & 0x0f) == 8
            && (((head[0] & 0xff) << 8) | (head[1] & 0xff)) % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    return new InflaterInputStream(buffered, inflater, BUFFER_BYTES) {
      @Override
      public void close() throws IOException {
        inflater.end();
        super.close();
      }
    };
  }

  /** A frame begins with one number, one to be skipped with any of sixteen (RFC 8878, 3.1). */
  private static InputStream zstd(InputStream in) throws IOException {
    var buffered = new PushbackInputStream(in, 4);
    byte[] head = buffered.readNBytes(4);
    buffered.unread(head);
    boolean known =
        head.length == 4
            && (head[1] == (byte) 0xb5
                    && head[2] == 0x2f
                    && head[3] == (byte) 0xfd
                    && head[0] == 0x28
                || head[1] == 0x2a
                    && head[2] == 0x4d
                    && head[3] == 0x18
                    && (head[0] & 0xf0) == 0x50);
    if (!known) {
      throw new IOException("a zstd body must begin with a frame");
    }
    return new ZstdInputStream(buffered);
  }
}
