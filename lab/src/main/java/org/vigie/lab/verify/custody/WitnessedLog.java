package org.vigie.lab.verify.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.advert.Mandate;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.AuditReport;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.AuditWitness;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.mandate.Witnesses;
import org.vigie.files.owner.FolderTree;

/** An invented audit log with a witness elsewhere. */
final class WitnessedLog {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));

  private final Path folder;
  private final String witness;
  private int lines;

  /** A log whose witness is a folder beside its own. */
  WitnessedLog(Path folder) {
    this(folder, "witness");
  }

  /**
   * @param folder holds the log's folder
   * @param witness as {@link AuditWitness#at(String, Path)} takes it
   */
  WitnessedLog(Path folder, String witness) {
    this.folder = folder;
    this.witness = witness;
  }

  Path audit() {
    return folder.resolve("audit");
  }

  Path log() {
    return audit().resolve("audit.jsonl");
  }

  Path heads() {
    return audit().resolve("heads.jsonl");
  }

  void append(int count) {
    AuditLog written = new AuditLog(log(), seal());
    for (int i = 0; i < count; i++) {
      written.append(START.plusSeconds(lines), "ana", "show", "a-" + lines, MANDATE);
      lines++;
    }
  }

  /** Adds lines by which somebody was shown an advert. */
  void appendShown(String advert, int count) {
    AuditLog written = new AuditLog(log(), seal());
    for (int i = 0; i < count; i++) {
      AuditEvent event = AuditEvent.of("search", "").showing(ShownIds.of(List.of(advert)));
      written.append(START.plusSeconds(lines), "user-" + i, event, MANDATE);
      lines++;
    }
  }

  AuditTrail trail() {
    return new AuditTrail(log(), heads(), seal().publicKey());
  }

  AuditReport verify() throws IOException {
    AuditSeal seal = seal();
    return new AuditTrail(log(), heads(), seal.publicKey(), seal.witnesses())
        .verify(START.plus(Duration.ofMinutes(30)));
  }

  private AuditSeal seal() {
    Witnesses witnesses =
        new Witnesses(
            List.of(AuditWitness.at(witness, folder)),
            Duration.ofHours(1),
            folder.resolve("state"));
    return new AuditSeal(audit().resolve("key.pem"), heads(), witnesses);
  }

  /** Puts the files of one folder into the place of another's. */
  static void replace(Path folder, Path by) throws IOException {
    if (Files.exists(folder)) {
      FolderTree.delete(folder);
    }
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(by)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }
}
