package org.vigie.capture.warc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastDeflateTest {
  private @Nullable FastDeflate opened;

  @BeforeEach
  void open() {
    opened = FastDeflate.open();
  }

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
  }

  @Test
  void loadsWhereThereIsALibrary() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    assumeThat(system).isEqualTo("Linux amd64");

    assertThat(opened).isNotNull();
  }

  @Test
  void comesBackFromZlibAsItWasWhateverTheBytes() throws Exception {
    FastDeflate fast = fast();
    Random random = new Random(11);
    for (int round = 0; round < 2_000; round++) {
      byte[][] pieces = new byte[3][];
      for (int i = 0; i < pieces.length; i++) {
        pieces[i] = bytes(random, round == 0 ? 1 : random.nextInt(1 << (2 + round % 15)));
      }
      pieces[2] = Arrays.copyOf(pieces[2], pieces[2].length + 1);

      assertThat(inflated(fast.deflate(pieces))).as("round %d", round).isEqualTo(joined(pieces));
    }
  }

  @Test
  void hasRoomForTheLongestInputThatDoesNotShrink() throws Exception {
    byte[] noise = new byte[FastDeflate.MAX_BYTES];
    new Random(12).nextBytes(noise);
    // The rarest bytes of text have the longest codes.
    byte[] rare = noise.clone();
    for (int i = 0; i < rare.length; i++) {
      rare[i] |= (byte) 0x80;
    }

    for (byte[] input : new byte[][] {noise, rare}) {
      assertThat(inflated(fast().deflate(input))).isEqualTo(input);
    }
  }

  @Test
  void shrinksTextAboutAsFarAsZlibDoes() throws Exception {
    StringBuilder text = new StringBuilder();
    Random random = new Random(13);
    String[] words = {"offer ", "driver ", "shift ", "<a href=\"/job/", "\">", "</a>\n", "Gdansk "};
    while (text.length() < 100_000) {
      text.append(words[random.nextInt(words.length)]).append(random.nextInt(1_000));
    }
    byte[] input = text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    Deflater zlib = new Deflater(Deflater.BEST_SPEED, true);
    zlib.setInput(input);
    zlib.finish();
    int byZlib = zlib.deflate(new byte[input.length]);
    zlib.end();

    assertThat(fast().deflate(input).limit()).isLessThan(byZlib * 5 / 4);
  }

  @Test
  void refusesWhatItCanNotHold() {
    FastDeflate fast = fast();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> fast.deflate(new byte[FastDeflate.MAX_BYTES], new byte[1]));
    assertThatIllegalArgumentException().isThrownBy(() -> fast.deflate(new byte[0]));
  }

  @Test
  void givesItsNativeHeapBackAndLeavesNoFile(@TempDir Path folder) throws Exception {
    fast();
    assumeThat(Opening.MEMORY).exists();
    Path output = folder.resolve("output.txt");
    Path temporary = Files.createDirectory(folder.resolve("temporary"));

    // In a process of its own, Java's heap is all there from the start and can't grow.
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + Opening.HEAP_MIB + "m",
                "-Xmx" + Opening.HEAP_MIB + "m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Opening.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    } finally {
      process.destroyForcibly();
    }

    // Those that were kept would hold some 70 KB each, 130 MiB together.
    String lastLine = Files.readString(output).strip().lines().toList().getLast();
    assertThat(Integer.parseInt(lastLine)).as("MiB more").isLessThan(Opening.MOST_MIB);
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("vigie-deflate")))
          .isEmpty();
    }
  }

  private FastDeflate fast() {
    assumeThat(opened).isNotNull();
    return opened;
  }

  /** Of one byte, of few, of text or of noise. */
  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    int letters = new int[] {1, 3, 60, 256}[random.nextInt(4)];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt(letters);
    }
    return bytes;
  }

  private static byte[] joined(byte[][] pieces) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.write(piece);
    }
    return all.toByteArray();
  }

  private static byte[] inflated(@Nullable ByteBuffer stream) throws Exception {
    assertThat(stream).isNotNull();
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(stream.array(), 0, stream.limit());
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] part = new byte[1 << 16];
      for (int read = inflater.inflate(part); read > 0; read = inflater.inflate(part)) {
        all.write(part, 0, read);
      }
      assertThat(inflater.finished()).isTrue();
      assertThat(inflater.getRemaining()).isZero();
      return all.toByteArray();
    } finally {
      inflater.end();
    }
  }

  /** Opens and closes deflaters, and prints how much more memory the process has after that. */
  static final class Opening {
    static final Path MEMORY = Path.of("/proc/self/status");
    static final int HEAP_MIB = 32;
    static final int MOST_MIB = 50;
    static final int TIMES = 2_000;

    private static final Pattern RESIDENT_KIB = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

    private Opening() {}

    public static void main(String[] args) throws IOException {
      open(TIMES);
      long before = residentKib();
      open(TIMES);
      System.out.println((residentKib() - before) / 1024);
    }

    private static void open(int times) {
      for (int i = 0; i < times; i++) {
        try (FastDeflate another = FastDeflate.open()) {
          another.deflate(new byte[1_000]);
        }
      }
    }

    private static long residentKib() throws IOException {
      Matcher resident = RESIDENT_KIB.matcher(Files.readString(MEMORY));
      assertThat(resident.find()).isTrue();
      return Long.parseLong(resident.group(1));
    }
  }
}
