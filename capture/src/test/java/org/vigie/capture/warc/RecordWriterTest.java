package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcWriter;

class RecordWriterTest {
  /** Around the buffer's size, far above it, empty. */
  private static final int[] SIZES = {0, 1, 500, 65_000, 65_536, 65_537, 70_000, 1 << 20, 7};

  @TempDir private Path folder;

  @Test
  void writesTheBytesThatJwarcWrites() throws Exception {
    Path plain = write("plain.warc", false, blocks());

    assertThat(Files.readAllBytes(plain)).isEqualTo(byJwarc(blocks()));
  }

  @Test
  void compressesToWhatJwarcWrites() throws Exception {
    Path compressed = write("packed.warc.gz", true, blocks());

    try (var in = new GZIPInputStream(Files.newInputStream(compressed))) {
      assertThat(in.readAllBytes()).isEqualTo(byJwarc(blocks()));
    }
  }

  @Test
  void compressesByZlibAloneWhereNothingFasterIsThere() throws Exception {
    Path file = writeByZlib("zlib.warc.gz", blocks());

    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(in.readAllBytes()).isEqualTo(byJwarc(blocks()));
    }
  }

  @Test
  void doesNotCompressTwiceButWritesTheSameRecords() throws Exception {
    List<byte[]> blocks = blocks();
    Path file = folder.resolve("dense.warc.gz");
    try (FileChannel channel = create(file);
        RecordWriter writer = new RecordWriter(channel, true)) {
      for (int i = 0; i < blocks.size(); i++) {
        if (i % 3 == 0) {
          writer.add(record(blocks.get(i)), blocks.get(i));
        } else {
          writer.addCompressed(record(blocks.get(i)), blocks.get(i));
        }
      }
    }

    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(in.readAllBytes()).isEqualTo(byJwarc(blocks));
    }
    byte[] text = "offer ".repeat(50_000).getBytes(US_ASCII);
    long stored = write("stored.warc.gz", text, true);
    long shrunk = write("shrunk.warc.gz", text, false);
    assertThat(stored).isBetween((long) text.length, text.length + 1_000L);
    assertThat(shrunk).isLessThan(text.length / 10L);
  }

  @Test
  void tellsWhereEachMemberBegins() throws Exception {
    List<byte[]> blocks = blocks();
    List<Long> places = new ArrayList<>();
    Path file = folder.resolve("places.warc.gz");
    try (FileChannel channel = create(file);
        RecordWriter writer = new RecordWriter(channel, true)) {
      for (byte[] block : blocks) {
        places.add(writer.position());
        writer.add(record(block), block);
      }
    }

    for (int i = 0; i < blocks.size(); i++) {
      try (FileChannel channel = FileChannel.open(file);
          WarcReader reader = new WarcReader(channel.position(places.get(i)))) {
        byte[] block = reader.next().orElseThrow().body().stream().readAllBytes();
        assertThat(block).as("record %d", i).isEqualTo(blocks.get(i));
      }
    }
  }

  @Test
  void makesTheSameBytesEachTimeByZlib() throws Exception {
    assertThat(Files.mismatch(writeByZlib("a", blocks()), writeByZlib("b", blocks())))
        .isEqualTo(-1);
  }

  private Path writeByZlib(String name, List<byte[]> blocks) throws IOException {
    Path file = folder.resolve(name);
    try (FileChannel channel = create(file);
        RecordWriter writer = new RecordWriter(channel, true, null)) {
      for (byte[] block : blocks) {
        writer.add(record(block), block);
      }
    }
    return file;
  }

  private Path write(String name, boolean compressed, List<byte[]> blocks) throws IOException {
    Path file = folder.resolve(name);
    try (FileChannel channel = create(file);
        RecordWriter writer = new RecordWriter(channel, compressed)) {
      for (byte[] block : blocks) {
        writer.add(record(block), block);
      }
      writer.flush();
      assertThat(writer.position()).isEqualTo(Files.size(file));
    }
    return file;
  }

  private long write(String name, byte[] block, boolean isCompressed) throws IOException {
    Path file = folder.resolve(name);
    try (FileChannel channel = create(file);
        RecordWriter writer = new RecordWriter(channel, true)) {
      if (isCompressed) {
        writer.addCompressed(record(block), block);
      } else {
        writer.add(record(block), block);
      }
    }
    return Files.size(file);
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static byte[] byJwarc(List<byte[]> blocks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.NONE)) {
      for (byte[] block : blocks) {
        writer.write(record(block));
      }
    }
    return bytes.toByteArray();
  }

  private static WarcRecord record(byte[] block) throws IOException {
    return new WarcResource.Builder()
        .setHeader("WARC-Record-ID", "<urn:uuid:00000000-0000-0000-0000-000000000001>")
        .setHeader("WARC-Target-URI", "https://example.org/")
        .date(Instant.parse("2026-03-01T12:00:00Z"))
        .body(MediaType.parse("application/octet-stream"), block)
        .build();
  }

  /** Of each size a block that shrinks and one that doesn't. */
  private static List<byte[]> blocks() {
    List<byte[]> blocks = new ArrayList<>();
    Random random = new Random(7);
    for (int size : SIZES) {
      blocks.add("offer ".repeat(size / 6 + 1).substring(0, size).getBytes(US_ASCII));
      byte[] noise = new byte[size];
      random.nextBytes(noise);
      blocks.add(noise);
    }
    return blocks;
  }
}
