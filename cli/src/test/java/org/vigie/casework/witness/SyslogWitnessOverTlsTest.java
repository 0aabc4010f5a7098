package org.vigie.casework.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.LogLines;
import org.vigie.casework.forward.SyslogReceiver;
import org.vigie.world.hostile.Certificates;

/** Heads go over TLS to the receiver that the settings name, and what it kept is verified. */
class SyslogWitnessOverTlsTest {
  @TempDir Path folder;

  @Test
  void aCutLogIsFoundByTheLinesThatTheReceiverKept() throws Exception {
    Here here = Here.in(folder);
    here.vigie("init", "--trial");
    Path keys = Files.createDirectory(folder.resolve("keys"));
    Certificates certificates = new Certificates(keys);
    try (LogLines log = new LogLines();
        SyslogReceiver receiver = receiver(certificates.signed("siem", "localhost", "-1d", 9));
        SyslogReceiver other =
            receiver(certificates.signed("other", "other.example.org", "-1d", 9))) {
      Path config = folder.resolve("vigie-workspace/vigie.yaml");
      Files.writeString(config, settings(other.port()));
      here.vigie("search", "one");
      assertThat(other.messages()).as("of another name").isEmpty();
      assertThat(log.lines())
          .anyMatch(line -> line.matches("WARN the witness at .* was not told.*"));
      Files.writeString(config, settings(receiver.port()));
      here.vigie("search", "two");
      here.vigie("search", "three");
      assertThat(receiver.messages()).hasSize(2);
      Files.write(folder.resolve("kept"), receiver.messages());
    }
    assertThat(here.vigie("audit", "verify")).isZero();
    assertThat(here.out()).contains("is verified by --kept FILE", "no witness is named");
    assertThat(here.vigie("audit", "verify", "--kept", "kept")).as(here.out()).isZero();
    assertThat(here.out()).contains("2 heads", "the log is whole");
    for (String name : new String[] {"audit.jsonl", "heads.jsonl"}) {
      Path file = folder.resolve("vigie-workspace/audit").resolve(name);
      Files.write(file, Files.readAllLines(file).subList(0, 2));
    }
    assertThat(here.vigie("audit", "verify")).isZero();
    assertThat(here.vigie("audit", "verify", "--kept", "kept")).isEqualTo(8);
  }

  private static String settings(int port) {
    return "audit: {witness: 'syslog+tls://localhost:%d', witness-authority: ../keys/authority.pem}"
        .formatted(port);
  }

  private static SyslogReceiver receiver(SSLContext identity) throws Exception {
    ServerSocket socket =
        identity
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return SyslogReceiver.on(socket);
  }
}
