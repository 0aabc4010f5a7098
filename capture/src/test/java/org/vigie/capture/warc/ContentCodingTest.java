package org.vigie.capture.warc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.world.hostile.Coded;

@Timeout(60)
class ContentCodingTest {
  private static final int LIMIT = 1 << 20;
  private static final String TEXT = "<p>Kitchen help wanted ".repeat(5_000);

  private static final Map<String, UnaryOperator<byte[]>> CODINGS =
      new TreeMap<>(
          Map.of(
              "gzip", Coded::gzip,
              "deflate", Coded::zlib,
              "br", Coded::brotli,
              "zstd", Coded::zstd));

  @ParameterizedTest
  @MethodSource("stacks")
  void undoesCodingsStackedInAnyOrder(List<String> stack) throws Exception {
    byte[] body = TEXT.getBytes(UTF_8);
    for (String coding : stack) {
      body = CODINGS.get(coding).apply(body);
    }

    assertWhole(TEXT, ContentCoding.undo(body, String.join(", ", stack), LIMIT));
  }

  static Stream<List<String>> stacks() {
    return CODINGS.keySet().stream()
        .flatMap(a ->
            Stream.concat(
                Stream.of(List.of(a)),
                CODINGS.keySet().stream()
                    .flatMap(b ->
                        Stream.concat(
                            Stream.of(List.of(a, b)),
                            CODINGS.keySet().stream().map(c -> List.of(a, b, c))))));
  }

  @Test
  void refusesAFourthCoding() {
    assertThatThrownBy(() -> ContentCoding.undo(new byte[9], "gzip, gzip, gzip, gzip", LIMIT))
        .isInstanceOf(UnsupportedCodingException.class)
        .hasMessage("at most 3 content codings may be stacked, found 4");
    assertThatThrownBy(() -> ContentCoding.undo(new byte[9], "compress", LIMIT))
        .isInstanceOf(UnsupportedCodingException.class)
        .hasMessage("content coding must be gzip, deflate, br or zstd, but was 'compress'");
  }

  @Test
  void undoesRawDeflate() throws Exception {
    byte[] body = Coded.rawDeflate(TEXT.getBytes(UTF_8));

    assertWhole(TEXT, ContentCoding.undo(body, "deflate", LIMIT));
  }

  @Test
  void undoesCompressedBlocksAndSeveralFramesOfZstd() throws Exception {
    byte[] frame = compressedZstd(TEXT.getBytes(UTF_8));
    assertThat(frame).hasSizeLessThan(2_000);

    assertWhole(TEXT + TEXT, ContentCoding.undo(join(frame, frame), "zstd", LIMIT));
  }

  @Test
  void undoesEveryMemberOfGzipAlsoBelowAnotherCoding() throws Exception {
    byte[] members = join(Coded.gzip("<p>one".getBytes(UTF_8)), Coded.gzip("two".getBytes(UTF_8)));

    assertWhole("<p>onetwo", ContentCoding.undo(members, "gzip", LIMIT));
    assertWhole("<p>onetwo", ContentCoding.undo(Coded.zstd(members), "gzip, zstd", LIMIT));
    assertWhole("<p>onetwo", ContentCoding.undo(Coded.brotli(members), "gzip, br", LIMIT));
    assertWhole("<p>onetwo", ContentCoding.undo(join(members, new byte[12]), "gzip", LIMIT));
  }

  @Test
  void passesOverTheOptionalFieldsOfAGzipHeader() throws Exception {
    byte[] plain = Coded.gzip("<p>x".getBytes(UTF_8));
    byte[] head = {0x1f, (byte) 0x8b, 8, 31, 0, 0, 0, 0, 0, 0};
    byte[] fields = {2, 0, 'e', 'x', 'n', 0, 'c', 0, 1, 2};
    byte[] body = join(join(head, fields), Arrays.copyOfRange(plain, 10, plain.length));

    assertWhole("<p>x", ContentCoding.undo(body, "gzip", LIMIT));
  }

  @Test
  void takesABodyThatIsPlainDespiteItsLabelAsItIs() throws Exception {
    byte[] plain = "<p>plain".getBytes(UTF_8);

    assertWhole("<p>plain", ContentCoding.undo(plain, "gzip", LIMIT));
    assertWhole("<p>plain", ContentCoding.undo(plain, "zstd", LIMIT));
    assertThat(ContentCoding.undo(plain, "br", LIMIT).broken()).isTrue();
  }

  @Test
  void keepsWhatCameBeforeAStreamBrokeOffAndSaysSo() throws Exception {
    for (String coding : CODINGS.keySet()) {
      byte[] whole = CODINGS.get(coding).apply(incompressible());
      byte[] half = Arrays.copyOf(whole, whole.length / 2);

      ContentCoding.Decoded decoded = ContentCoding.undo(half, coding, LIMIT);

      assertThat(decoded.truncated()).as(coding).isTrue();
      assertThat(decoded.broken()).as(coding).isTrue();
      assertThat(decoded.bytes()).as(coding).hasSizeGreaterThan(40_000);
    }
  }

  @Test
  void tellsABodyOfJustTheLimitFromALongerOne() throws Exception {
    for (String coding : CODINGS.keySet()) {
      byte[] just = CODINGS.get(coding).apply(new byte[LIMIT]);
      byte[] more = CODINGS.get(coding).apply(new byte[LIMIT + 1]);

      assertThat(ContentCoding.undo(just, coding, LIMIT).truncated()).as(coding).isFalse();
      assertThat(ContentCoding.undo(more, coding, LIMIT).truncated()).as(coding).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void cutsABombWithinFixedMemory(String coding, byte[] bomb, int kept) throws Exception {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ContentCoding.undo(bomb, coding, LIMIT);
    long before = threads.getCurrentThreadAllocatedBytes();

    ContentCoding.Decoded decoded = ContentCoding.undo(bomb, coding, LIMIT);

    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(decoded.bytes().length).isEqualTo(kept);
    assertThat(decoded.truncated()).isTrue();
    // Two windows of 16 MiB (a stack of brotli) and what is kept, which grows by doubling.
    assertThat(allocated).isLessThan(48L << 20);
  }

  static Object[][] bombs() {
    return new Object[][] {
      {"gzip", Coded.gzipBomb(64), LIMIT},
      {"gzip, gzip", Coded.gzip(Coded.gzipBomb(512)), LIMIT},
      {"gzip, gzip, gzip", Coded.gzip(Coded.gzip(Coded.gzipBomb(512))), LIMIT},
      {"br", Coded.brotliBomb(64), LIMIT},
      {"br, gzip", Coded.gzip(Coded.brotliBomb(1_000)), LIMIT},
      {"br, br", Coded.brotli(Coded.brotliBomb(64)), LIMIT},
      {"zstd", Coded.zstdBomb(10_000), LIMIT},
      {"zstd, br", Coded.brotli(Coded.zstdBomb(10_000)), LIMIT},
      {"gzip, gzip", Coded.gzip(Coded.emptyGzipMembers(1_000_000)), 0},
      {"br, br", Coded.brotliBomb(64), 0},
    };
  }

  /** What a frame asks for is not taken: the window grows with what is decoded. */
  @Test
  void takesNoMoreMemoryForAHugeWindowThanForWhatItHolds() throws Exception {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    int length = ContentCoding.undo(Coded.zstdHugeWindow(), "zstd", LIMIT).bytes().length;

    assertThat(length).isLessThanOrEqualTo(1 << 17);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(24L << 20);
  }

  /** The JDK's own stream would overflow its stack here. */
  @Test
  void undoesAMillionEmptyMembers() throws Exception {
    byte[] members = Coded.emptyGzipMembers(1_000_000);

    assertWhole("", ContentCoding.undo(members, "gzip", LIMIT));
  }

  /** Whatever a decoder makes of damage, it must neither throw nor loop. */
  @Test
  void survivesFourThousandDamagedBodies() throws Exception {
    Random random = new Random(42);
    Map<String, byte[]> whole = new TreeMap<>();
    CODINGS.forEach((name, coding) -> whole.put(name, coding.apply(TEXT.getBytes(UTF_8))));
    whole.put("zstd", compressedZstd(TEXT.getBytes(UTF_8)));
    int broken = 0;
    for (int i = 0; i < 4_000; i++) {
      String coding = List.copyOf(whole.keySet()).get(i % whole.size());
      byte[] body = whole.get(coding).clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        body[random.nextInt(Math.min(body.length, 200))] = (byte) random.nextInt(256);
      }
      broken += ContentCoding.undo(body, coding, 10_000).broken() ? 1 : 0;
    }
    assertThat(broken).isBetween(400, 3_999);
  }

  private static void assertWhole(String text, ContentCoding.Decoded decoded) {
    assertThat(new String(decoded.bytes(), UTF_8)).isEqualTo(text);
    assertThat(decoded.truncated()).isFalse();
    assertThat(decoded.broken()).isFalse();
  }

  private static byte[] incompressible() {
    byte[] bytes = new byte[200_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static byte[] compressedZstd(byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
      zstd.write(body);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
