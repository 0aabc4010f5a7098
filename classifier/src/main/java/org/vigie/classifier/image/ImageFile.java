package org.vigie.classifier.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.vigie.files.digest.Sha256;

/**
 * The file of one image: signature, mark, number of parts, for each its name, length and bytes, and
 * the SHA-256 of all of it. Little-endian throughout.
 *
 * <p>One that is cut off, altered or of another mark is taken for none, and another takes its
 * place: nothing is lost with it. It is written beside its place and moved there, so that processes
 * see it whole or not at all, and whichever writes last, it says the same. Its owner alone may open
 * it, since a models folder may hold what isn't everybody's.
 */
final class ImageFile {
  private static final byte[] SIGNATURE = "VIGIEMI1".getBytes(StandardCharsets.US_ASCII);
  private static final int HASH = 32;

  private final Path path;
  private final byte[] mark;

  /**
   * The file of an image, be it there or not.
   *
   * @param mark what it must be of, 32 bytes
   */
  ImageFile(Path path, byte[] mark) {
    this.path = path;
    this.mark = mark.clone();
  }

  /** Returns whether there is a file in its place. */
  boolean isThere() {
    return Files.isRegularFile(path);
  }

  /** Returns its image, an empty one if there is none that is whole and of its mark. */
  ModelImage open() {
    if (!isThere()) {
      return ModelImage.empty();
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < SIGNATURE.length + mark.length + Integer.BYTES + HASH || size > 1 << 30) {
        return ModelImage.empty();
      }
      return read(channel.map(MapMode.READ_ONLY, 0, size));
    } catch (IOException | RuntimeException | InternalError e) {
      return ModelImage.empty(); // another's file, no image, or cut off while it is read (SIGBUS)
    }
  }

  private ModelImage read(ByteBuffer file) {
    int end = file.limit() - HASH;
    MessageDigest digester = Sha256.digester();
    digester.update(file.slice(0, end));
    byte[] hash = new byte[HASH];
    file.get(end, hash);
    ByteBuffer body = file.slice(0, end).order(ByteOrder.LITTLE_ENDIAN);
    if (!MessageDigest.isEqual(digester.digest(), hash)
        || !Arrays.equals(next(body, SIGNATURE.length), SIGNATURE)
        || !Arrays.equals(next(body, mark.length), mark)) {
      return ModelImage.empty();
    }
    Map<String, ByteBuffer> parts = new HashMap<>();
    for (int left = body.getInt(); left > 0; left--) {
      String name = new String(next(body, body.getInt()), StandardCharsets.UTF_8);
      int length = body.getInt();
      parts.put(name, body.slice(body.position(), length));
      body.position(body.position() + length);
    }
    return ModelImage.of(parts);
  }

  private static byte[] next(ByteBuffer body, int length) {
    Objects.checkFromIndexSize(0, length, body.remaining()); // before so much memory is asked for
    byte[] next = new byte[length];
    body.get(next);
    return next;
  }

  /** Writes an image in the place of what is there. */
  void keep(ModelImage image) throws IOException {
    // Its owner's alone from the first byte on.
    Path beside = Files.createTempFile(path.getParent(), "image", ImageFolder.PART);
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        write(image.parts(), channel);
      }
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private void write(SortedMap<String, ByteBuffer> parts, FileChannel channel) throws IOException {
    MessageDigest digester = Sha256.digester();
    put(ByteBuffer.wrap(SIGNATURE), digester, channel);
    put(ByteBuffer.wrap(mark), digester, channel);
    put(number(parts.size()), digester, channel);
    for (Map.Entry<String, ByteBuffer> part : parts.entrySet()) {
      ByteBuffer name = StandardCharsets.UTF_8.encode(part.getKey());
      put(number(name.remaining()), digester, channel);
      put(name, digester, channel);
      put(number(part.getValue().remaining()), digester, channel);
      put(part.getValue().duplicate(), digester, channel);
    }
    writeAll(ByteBuffer.wrap(digester.digest()), channel);
  }

  private static ByteBuffer number(int number) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(0, number);
  }

  private static void put(ByteBuffer bytes, MessageDigest digester, FileChannel channel)
      throws IOException {
    digester.update(bytes.duplicate());
    writeAll(bytes, channel);
  }

  private static void writeAll(ByteBuffer bytes, FileChannel channel) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
