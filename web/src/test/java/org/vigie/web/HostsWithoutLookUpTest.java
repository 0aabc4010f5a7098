package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that is nearly an address is looked up nowhere: whoever asks must not steer that. */
class HostsWithoutLookUpTest {
  private static final String NAME = "vigie.example.org";
  private static final List<String> NEARLY = List.of("127.0.0.999", "[.:1]", "[.::]", "127.0.0.01");

  @Test
  void asksNobodyForWhatIsNoAddress(@TempDir Path folder) throws Exception {
    Path names = folder.resolve("hosts");
    Files.writeString(names, "127.0.0.1 %s 127.0.0.999 127.0.0.01 .:1 .::\n".formatted(NAME));
    Process asked =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + names,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HostsWithoutLookUpTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(asked.waitFor()).as(said).isZero();
    assertThat(said.lines()).endsWith("a look-up finds true", "allowed []");
  }

  /** Asks where each look-up would find this machine. */
  public static void main(String[] arguments) throws Exception {
    AllowedHosts hosts = new AllowedHosts(List.of());
    System.out.println("a look-up finds " + InetAddress.getByName(NAME).isLoopbackAddress());
    System.out.println(
        "allowed " + NEARLY.stream().filter(host -> hosts.allow(host, "192.0.2.7")).toList());
  }
}
