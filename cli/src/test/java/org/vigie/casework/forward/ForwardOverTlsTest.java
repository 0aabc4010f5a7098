package org.vigie.casework.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.environment.Here;
import org.vigie.world.hostile.Certificates;

/** The audit log goes over TLS to whom it is meant for, and to nobody else. */
class ForwardOverTlsTest {
  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Path keys = Path.of("");
  private Certificates certificates;

  @BeforeEach
  void begin() throws Exception {
    here = Here.in(folder);
    here.vigie("init", "--trial");
    keys = Files.createDirectory(folder.resolve("keys"));
    certificates = new Certificates(keys);
    here.vigie("search", "one");
    here.vigie("search", "two");
  }

  @Test
  void linesArriveAtAReceiverWithTheRightCertificate() throws Exception {
    try (SyslogReceiver receiver = receiver(certificates.signed("siem", "localhost", "-1d", 9))) {
      forwardTo(receiver.port());

      assertThat(here.vigie("audit", "forward")).as(here.err()).isZero();
      assertThat(receiver.messages()).hasSize(2).allMatch(one -> one.contains("\"search\""));
      here.vigie("doctor");
      assertThat(here.out()).containsPattern("ok +audit forward");
    }
    here.vigie("search", "three");
    assertThat(here.vigie("audit", "forward")).isEqualTo(4);
    assertThat(here.err()).contains("must take the log, but doesn't since");
    here.vigie("doctor");
    assertThat(here.out()).contains("MEND  audit forward", "can't be reached since");
    assertThat(here.vigie("search", "four")).as("nothing stops for it").isEqualTo(4);
  }

  @Test
  void nothingGoesToAReceiverWithAnothersNameOrNoAuthority() throws Exception {
    try (SyslogReceiver other =
            receiver(certificates.signed("other", "other.example.org", "-1d", 9));
        SyslogReceiver self = receiver(certificates.selfSigned("self", "localhost"));
        SyslogReceiver old = receiver(certificates.signed("old", "localhost", "-9d", 1))) {
      for (SyslogReceiver receiver : new SyslogReceiver[] {other, self, old}) {
        forwardTo(receiver.port());
        assertThat(here.vigie("audit", "forward")).isEqualTo(4);
        assertThat(receiver.messages()).isEmpty();
      }
    }
  }

  private void forwardTo(int port) throws Exception {
    Files.writeString(
        folder.resolve("vigie-workspace/vigie.yaml"),
        "audit: {forward: {to: 'syslog+tls://localhost:%d', authority: ../keys/authority.pem}}"
            .formatted(port));
  }

  private static SyslogReceiver receiver(SSLContext context) throws Exception {
    ServerSocket socket =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getByName("localhost"));
    return SyslogReceiver.on(socket);
  }
}
