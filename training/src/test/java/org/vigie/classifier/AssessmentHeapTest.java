package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.training.figures.AdversarialTexts;

/** Hostile adverts of 8 MiB, as long as a line of an input may be, in a process of a small heap. */
class AssessmentHeapTest {
  private static final int HEAP_MIB = 256;

  private static final int DECLARED = 8 << 20;

  @TempDir Path folder;

  @Test
  @Timeout(960)
  void assessesEveryHostileAdvertWithinItsHeap() throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MIB + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Assessing.class.getName(),
                ModelsFolder.path().toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isZero();
      assertThat(Files.readString(output))
          .contains("assessed: " + 3 * AdversarialTexts.pieces().size());
    } finally {
      process.destroyForcibly();
    }
  }

  /** Assesses adverts that say one thing over and over: in the text, the title, or the place. */
  static final class Assessing {
    private Assessing() {}

    public static void main(String[] args) throws IOException {
      AdvertAssessor assessor = AdvertAssessor.load(Path.of(args[0]));
      int assessed = 0;
      for (String piece : AdversarialTexts.pieces()) {
        String hostile = AdversarialTexts.of(piece, DECLARED);
        assessor.assess(advert().body(hostile).build());
        assessor.assess(advert().title(hostile).body(hostile).build());
        assessor.assess(advert().body("Kitchen help wanted").place(hostile).build());
        assessed += 3;
      }
      System.out.println("assessed: " + assessed);
    }

    private static Advert.Builder advert() {
      return Advert.builder(Channel.FILE, "example.org", Instant.EPOCH).country("IE");
    }
  }
}
