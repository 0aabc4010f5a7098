package org.vigie.lab.verify.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Capture;
import org.vigie.advert.Mandate;
import org.vigie.advert.Provenance;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.capture.warc.WarcLedger;
import org.vigie.casework.mandate.SyntheticMandate;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.evidence.Dossier;
import org.vigie.exchange.evidence.EvidenceItem;
import org.vigie.exchange.evidence.EvidencePackage;
import org.vigie.exchange.evidence.HumanJudgement;
import org.vigie.exchange.evidence.WithheldCaptures;
import org.vigie.exchange.marking.Tlp;

/** An evidence package of invented adverts with the captures of their invented pages. */
final class InventedPackage {
  private static final int MOST_ADVERTS = 5;

  private static final SortedMap<String, String> MODELS =
      new TreeMap<>(
          Map.of(
              InventedLeads.MODEL + "/model.bin",
              "sha256:" + "0a".repeat(32),
              "taxonomy.yaml",
              "sha256:" + "0b".repeat(32)));

  private final Path folder;
  private final SigningKey key;

  /**
   * @param folder where captures, key and package are made
   */
  InventedPackage(Path folder) throws IOException {
    this.folder = folder;
    this.key = SigningKey.make(folder.resolve("key.pem"));
  }

  /** Returns the fingerprint of whoever signs it. */
  String signer() {
    return key.signer().fingerprint();
  }

  /** Writes the package, of five adverts at most, and returns its folder. */
  Path write(InventedLeads leads) throws IOException {
    return write(leads, Locale.ENGLISH);
  }

  /** Writes it for a reader of a language. */
  Path write(InventedLeads leads, Locale language) throws IOException {
    Path captures = Files.createDirectories(folder.resolve("captures"));
    Mandate mandate = SyntheticMandate.forTrial("exchange", InventedLeads.NOON);
    List<EvidenceItem> items = new ArrayList<>();
    try (WarcArchive archive =
        new WarcArchive(
            captures,
            mandate,
            Clock.fixed(InventedLeads.NOON, ZoneOffset.UTC),
            WarcLedger.none())) {
      for (AssessedAdvert advert : leads.adverts().stream().limit(MOST_ADVERTS).toList()) {
        items.add(item(archive, mandate, advert));
      }
    }
    Path made = folder.resolve("package");
    new EvidencePackage(captures, key, language)
        .write(dossier(mandate, items), made, (content, hash) -> {});
    return made;
  }

  private static EvidenceItem item(WarcArchive archive, Mandate mandate, AssessedAdvert advert)
      throws IOException {
    Capture capture = archive.write(page(advert), mandate);
    Provenance place =
        new Provenance(
            capture.container(),
            capture.offset(),
            capture.payloadDigest(),
            advert.advert().seenAt());
    HumanJudgement judgement =
        new HumanJudgement(
            InventedLeads.NOON, "eva", "advert:" + advert.advert().id(), "lead", "bit odd <i>");
    return new EvidenceItem(InventedLeads.captured(advert, place), null, "c-1", List.of(judgement));
  }

  private static Exchange page(AssessedAdvert advert) {
    return new Exchange(
        advert.advert().url(),
        "192.0.2.1",
        advert.advert().seenAt(),
        Duration.ofMillis(5),
        "GET / HTTP/1.1\r\nHost: board.example.org\r\n\r\n".getBytes(UTF_8),
        200,
        "OK",
        List.of(new HeaderLine("Content-Type", "text/html")),
        "<p>Invented page, read by nobody".getBytes(UTF_8),
        false);
  }

  private static Dossier dossier(Mandate mandate, List<EvidenceItem> items) {
    return new Dossier(
        mandate,
        new Dossier.Handover(
            "Prosecutor, Exampleland", "asked for in writing", "ana", "eva", 1, Tlp.AMBER, null),
        items,
        List.of(),
        WithheldCaptures.nothing(),
        new Dossier.Making("ana", InventedLeads.NOON, "Vigie 1.0", MODELS));
  }
}
