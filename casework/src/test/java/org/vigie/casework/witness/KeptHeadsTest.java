package org.vigie.casework.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.forward.SyslogReceiver;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.AuditReport;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.AuditWitness;
import org.vigie.casework.mandate.Witnesses;
import org.vigie.files.failure.UserError;

/** What a receiver of syslog or a mailbox kept finds a log that was cut, rolled back or forged. */
class KeptHeadsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void eachHeadIsAMessageOfSyslogAndFindsWhatWasCut() throws Exception {
    try (SyslogReceiver receiver = SyslogReceiver.plain(0)) {
      AuditSeal seal = seal("syslog+tcp://localhost:" + receiver.port());
      append(seal, 0, 5);
      Path kept = folder.resolve("kept.log");
      List<String> lines = new ArrayList<>();
      for (String one : receiver.messages()) {
        assertThat(one).startsWith("<110>1 2026-03-01T12:").contains(" vigie - head - {");
        lines.add("Mar  1 12:00:00 siem " + one.substring(one.indexOf("vigie")));
        // Messages may come twice.
        lines.add("Mar  1 12:00:01 siem " + one.substring(one.indexOf("vigie")));
      }
      Files.write(kept, lines);

      requireFindsAll(seal, kept, 5);
    }
  }

  @Test
  void aMailGoesEachQuarterOfAnHourAndFindsWhatWasCut() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      AuditSeal seal = seal("smtp://127.0.0.1:" + mail.getSmtp().getPort() + "/court@example.org");
      // A line each five minutes: of 0, 15 and 30.
      append(seal, 0, 7);
      assertThat(mail.getReceivedMessages()).hasSize(3);
      assertThat(mail.getReceivedMessages()[0].getSubject()).contains("come to byte");
      Path kept = folder.resolve("kept.mbox");
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (MimeMessage one : mail.getReceivedMessages()) {
        all.write("From - Sun Mar  1 12:00:00 2026\n".getBytes(StandardCharsets.US_ASCII));
        all.write(GreenMailUtil.getWholeMessage(one).getBytes(StandardCharsets.US_ASCII));
        all.write('\n');
      }
      Files.write(kept, all.toByteArray());

      requireFindsAll(seal, kept, 3);
      assertThat(seal.witnesses().unaskable()).singleElement().asString().startsWith("smtp://");
    } finally {
      mail.stop();
    }
  }

  @Test
  void nothingGoesToAMailServerThatDoesNotEncryptUnlessThatWasSaid() throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    try {
      append(seal("smtp+tls://127.0.0.1:" + mail.getSmtp().getPort() + "/court@example.org"), 0, 1);
      assertThat(mail.getReceivedMessages()).isEmpty();
      assertThat(folder.resolve("audit")).isDirectoryContaining("glob:**untold-*");
    } finally {
      mail.stop();
    }
  }

  @Test
  void aWitnessOfAnUnknownKindIsNoFolder() {
    assertThatThrownBy(() -> AuditWitness.at("sylog+tls://example.org:1", folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must name folders or addresses that begin with");
  }

  private void requireFindsAll(AuditSeal seal, Path kept, int heads) throws Exception {
    assertThat(verify(seal, kept).problems()).isEmpty();
    assertThat(verify(seal, kept).isWitnessed()).isTrue();
    assertThat(verify(seal, kept).witnesses().getLast().heads()).isEqualTo(heads);
    List<String> log = Files.readAllLines(log());
    List<String> signed = Files.readAllLines(seal.heads());
    for (int left = 0; left < 3; left++) {
      Files.write(log(), log.subList(0, left));
      Files.write(seal.heads(), signed.subList(0, left));
      assertThat(new AuditTrail(log(), seal.heads(), seal.publicKey()).verify(NOW).holds())
          .isTrue();
      assertThat(verify(seal, kept).problems()).anyMatch(one -> one.contains("its tail was cut"));
    }
    Files.delete(log());
    Files.delete(seal.heads());
    assertThat(verify(seal, kept).holds()).isFalse();
    Files.delete(seal.key());
    Files.delete(seal.publicKey());
    append(new AuditSeal(seal.key(), seal.heads()), 0, log.size());
    assertThat(verify(seal, kept).problems()).anyMatch(one -> one.contains("but is another"));
    String text = Files.readString(kept);
    int at = text.lastIndexOf(text.contains("{\"key") ? "{\"key" : "-----BEGIN VIGIE") + 90;
    Files.writeString(kept, text.substring(0, at) + "\n");
    assertThat(verify(seal, kept).problems()).anyMatch(one -> one.contains("must be whole"));
  }

  private AuditReport verify(AuditSeal seal, Path kept) throws IOException {
    return new AuditTrail(
            log(), seal.heads(), seal.publicKey(), Witnesses.none().and(new KeptHeads(kept)))
        .verify(NOW.plus(Duration.ofDays(30)));
  }

  private Path log() {
    return folder.resolve("audit/audit.jsonl");
  }

  private AuditSeal seal(String place) {
    Witnesses witnesses =
        new Witnesses(
            List.of(AuditWitness.at(place, folder)), Duration.ofHours(9), folder.resolve("audit"));
    return new AuditSeal(
        folder.resolve("audit/key.pem"), folder.resolve("audit/heads.jsonl"), witnesses);
  }

  private void append(AuditSeal seal, int from, int to) {
    AuditLog written = new AuditLog(log(), seal);
    for (int i = from; i < to; i++) {
      written.append(NOW.plus(Duration.ofMinutes(5L * i)), "ana", "show", "a-" + i, MANDATE);
    }
  }
}
