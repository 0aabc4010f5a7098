package org.vigie.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PictureProcessTest {
  @Test
  void hasNoNetworkWhereTheSystemCanTakeItAway() throws Exception {
    assumeTrue(canTakeNetworkAway(), "unshare absent or refused");

    try (PictureProcess process = PictureProcess.start(PictureLimits.defaults(), List.of())) {
      Path own = Files.readSymbolicLink(Path.of("/proc/self/ns/net"));

      assertThat(Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/ns/net")))
          .isNotEqualTo(own);
      String interfaces = Files.readString(Path.of("/proc/" + process.pid() + "/net/dev"));
      assertThat(interfaces.lines().skip(2)).allMatch(line -> line.strip().startsWith("lo:"));
    }
  }

  @Test
  void endsOnceItIsClosed() throws Exception {
    PictureProcess process = PictureProcess.start(PictureLimits.defaults(), List.of());

    process.close();

    assertThat(ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void answersNothingOnceItIsKilled() throws Exception {
    PictureProcess process = PictureProcess.start(PictureLimits.defaults(), List.of());
    process.kill();

    assertThat(process.ask(new byte[] {1}, true, List.of())).isNull();
  }

  @Test
  void leavesNoPictureBehindWhenItCrashes() throws Exception {
    try (PictureProcess process = PictureProcess.start(PictureLimits.defaults(), List.of())) {
      Path command = Path.of("/proc/" + process.pid() + "/cmdline");
      assumeTrue(Files.exists(command), "no /proc");

      assertThat(Files.readString(command))
          .contains("-XX:+SuppressFatalErrorMessage", "-XX:-CreateCoredumpOnCrash");
    }
  }

  @Test
  void readsNoAnswerWithoutEnd() throws Exception {
    String endless = "x".repeat(PictureProcess.MAX_ANSWER + 1);

    assertThat(PictureProcess.line(new StringReader("{}\nrest"))).isEqualTo("{}");
    assertThat(PictureProcess.line(new StringReader("cut"))).isNull();
    assertThatThrownBy(() -> PictureProcess.line(new StringReader(endless)))
        .isInstanceOf(IOException.class);
  }

  private static boolean canTakeNetworkAway() throws IOException, InterruptedException {
    if (!Files.exists(Path.of("/proc/self/ns/net"))) {
      return false;
    }
    try {
      Process tried =
          new ProcessBuilder("unshare", "--map-root-user", "--net", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return tried.waitFor(5, TimeUnit.SECONDS) && tried.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
