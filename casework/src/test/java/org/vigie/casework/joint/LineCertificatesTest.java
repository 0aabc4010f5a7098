package org.vigie.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.failure.UserError;

class LineCertificatesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir Path workspace;
  private LetterBox box;
  private LineCertificates certificates;

  @BeforeEach
  void make() {
    box = new LetterBox(workspace);
    certificates = new LineCertificates(box);
  }

  @Test
  void areMadeOnceUntilTheLastOneEndsSoon() throws Exception {
    assertThat(certificates.renew("North", NOW)).isPresent();
    assertThat(certificates.renew("North", NOW.plus(Duration.ofDays(699)))).isEmpty();
    Instant soon = NOW.plus(Duration.ofDays(701));
    assertThat(certificates.renew("North", soon)).isPresent();
    assertThat(certificates.renew("North", soon)).isEmpty();

    assertThat(certificates.inUse(soon)).isEqualTo(certificates.all().getFirst());
    Instant after = NOW.plus(Duration.ofDays(731));
    assertThat(certificates.inUse(after)).isEqualTo(certificates.all().getLast());
    assertThatThrownBy(() -> certificates.inUse(NOW.plus(Duration.ofDays(2_000))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("type ./vigie request line");
  }

  @Test
  void areMadeWholeWhereARunWasKilledBetweenKeyAndCertificate() throws Exception {
    certificates.renew("North", NOW);
    Files.delete(box.lineCertificate(1));
    assertThatThrownBy(() -> certificates.inUse(NOW)).isInstanceOf(UserError.class);
    certificates.renew("North", NOW);
    assertThat(certificates.inUse(NOW).certificate()).isEqualTo(box.lineCertificate(1));
    Files.writeString(box.lineCertificate(1), "");
    certificates.renew("North", NOW);
    assertThat(certificates.all()).hasSize(1);
  }
}
