package org.vigie.exchange.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.advert.Escalation;
import org.vigie.exchange.bag.Bag;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.bag.VerifyText;
import org.vigie.exchange.envelope.FolderZip;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.exchange.envelope.SealedFolder;
import org.vigie.exchange.picture.Pictures;
import org.vigie.exchange.timestamp.TrustedStamper;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.text.safe.SafeJson;
import org.vigie.text.safe.Words;

/**
 * The writer of evidence packages: signed bags with the captures, what was found in them, and a
 * report that a person can read.
 */
public final class EvidencePackage {
  /** The captures once more, as a browser's replay opens them. */
  static final String REPLAY = "captures/pages.wacz";

  private final Path captures;
  private final SigningKey key;
  private final Locale language;
  private final List<TrustedStamper> stampers;
  private final Pictures pictures;
  private final PartnerFiles partners;

  /**
   * Makes a writer.
   *
   * @param captures folder of the workspace's WARC files
   * @param key what signs
   * @param language the reader's: English or French
   */
  public EvidencePackage(Path captures, SigningKey key, Locale language) {
    this(captures, key, language, List.of(), Pictures.none());
  }

  /**
   * Makes a writer whose packages are stamped, and may hold pictures.
   *
   * @param captures folder of the workspace's WARC files
   * @param key what signs
   * @param language the reader's: English or French
   * @param stampers the authorities that stamp each package
   * @param pictures whether pages are drawn, and by what
   */
  public EvidencePackage(
      Path captures,
      SigningKey key,
      Locale language,
      List<TrustedStamper> stampers,
      Pictures pictures) {
    this(captures, key, language, stampers, pictures, PartnerFiles.NONE);
  }

  private EvidencePackage(
      Path captures,
      SigningKey key,
      Locale language,
      List<TrustedStamper> stampers,
      Pictures pictures,
      PartnerFiles partners) {
    this.captures = captures;
    this.key = key;
    this.language = language;
    this.stampers = List.copyOf(stampers);
    this.pictures = pictures;
    this.partners = partners;
  }

  /** Returns a writer whose packages also hold their adverts in the formats of partners' tools. */
  public EvidencePackage with(PartnerFiles files) {
    return new EvidencePackage(captures, key, language, stampers, pictures, files);
  }

  /**
   * What a package came to.
   *
   * @param id its name
   * @param adverts how many adverts are in it
   * @param captured how many of them with their captures
   * @param withheld how many captures were left out, since their pages hold what must not leave
   * @param pointers how many minor-risk adverts it points to
   */
  public record Summary(String id, int adverts, int captured, int withheld, int pointers) {}

  /** Is told of a package before its folder appears; if it throws, none appears. */
  @FunctionalInterface
  public interface Before {
    /**
     * @param content folder where all of it lies in clear, until this returns
     * @param hash {@code sha256:} of the tag manifest, which stands for every byte
     */
    void appears(Path content, String hash) throws IOException;
  }

  /**
   * Writes a package to a folder, which appears only once it is whole.
   *
   * @param before is told of it before it appears
   * @throws UserError if the folder exists
   */
  public Summary write(Dossier dossier, Path folder, Before before) throws IOException {
    return write(dossier, folder, new Recipients(List.of()), before);
  }

  /**
   * Writes a package to a folder, a zip or encrypted to a file; each appears only once it is whole.
   * What is to be encrypted is never in clear beside the file, but in a folder of the workspace
   * that its owner alone can open, and only until it is encrypted.
   *
   * @param out the folder; the file if there are recipients, or its name ends with {@code .zip}
   * @param recipients who alone can open the file
   * @param before is told of it before it appears
   * @throws UserError if {@code out} exists
   */
  public Summary write(Dossier dossier, Path out, Recipients recipients, Before before)
      throws IOException {
    if (Files.exists(out)) {
      throw UserError.ofInput(out + " must not exist yet, but does");
    }
    try (Unfinished unfinished = Unfinished.at(unfinished(out, recipients))) {
      Path folder = unfinished.place();
      if (!recipients.isNobody()) {
        OwnerOnly.folder(folder);
      }
      Summary summary = fill(dossier, folder);
      String hash = Sha256.of(folder.resolve(Bag.TAG_MANIFEST));
      if (recipients.isNobody() && !isZip(out)) {
        before.appears(folder, hash);
        Files.move(folder, out);
      } else {
        pack(folder, summary.id(), out, recipients, before, hash);
      }
      return summary;
    }
  }

  /** One name for all that is to be encrypted: so the next run says if one was left. */
  private Path unfinished(Path out, Recipients recipients) {
    return recipients.isNobody()
        ? out.resolveSibling(out.getFileName() + ".part")
        : captures.resolveSibling("evidence").resolve("unsent.part");
  }

  private static boolean isZip(Path out) {
    return out.getFileName().toString().endsWith(".zip");
  }

  private static void pack(
      Path folder, String name, Path out, Recipients recipients, Before before, String hash)
      throws IOException {
    Files.createDirectories(out.toAbsolutePath().getParent());
    try (Unfinished unfinished =
        Unfinished.at(out.resolveSibling(out.getFileName() + ".packing"))) {
      if (recipients.isNobody()) {
        FolderZip.write(folder, name, unfinished.place());
      } else {
        SealedFolder.write(folder, name, unfinished.place(), recipients);
      }
      before.appears(folder, hash);
      Files.move(unfinished.place(), out);
    }
  }

  private Summary fill(Dossier dossier, Path folder) throws IOException {
    Bag bag = new Bag(folder);
    Map<String, PackedCapture> packed =
        new CaptureFiles(captures, dossier.withheld()).into(bag, dossier.items());
    addReplay(bag, dossier, packed);
    Files.writeString(bag.payload("adverts.jsonl"), adverts(dossier, packed));
    Files.writeString(bag.payload("pointers.jsonl"), pointers(dossier));
    Files.writeString(bag.payload("mandate.json"), SafeJson.of(dossier.mandate()) + "\n");
    Files.writeString(bag.payload("models.json"), SafeJson.of(dossier.made().models()) + "\n");
    Files.writeString(bag.payload("case.jsonld"), new CaseGraph(dossier, packed).json());
    partners.into(bag, dossier);
    addReport(bag, dossier, packed);
    Files.writeString(bag.tag("VERIFY.md"), VerifyText.in(language));
    bag.seal(info(dossier), key, stampers);
    return summary(dossier, packed);
  }

  private void addReport(Bag bag, Dossier dossier, Map<String, PackedCapture> packed)
      throws IOException {
    ReportWords words = new ReportWords(language);
    ReportPdf pdf = new ReportPdf(words, language, dossier.made().at());
    Map<String, String> renditions = new Renditions(words, pdf, pictures).into(bag, slices(packed));
    AdvertSection.Sources sources = AdvertSection.Sources.of(bag, slices(packed), renditions);
    String report = new EvidenceReport(dossier, packed, sources, seals(), language).html();
    Files.writeString(bag.payload("report.html"), report);
    String title = words.say("title") + " " + dossier.id();
    pdf.write(report, title, "data/report.html", bag.payload("report.pdf"));
  }

  private EvidenceReport.Seals seals() {
    return new EvidenceReport.Seals(
        key.signer().fingerprint(),
        stampers.stream().map(stamper -> stamper.address().toString()).toList());
  }

  private static void addReplay(Bag bag, Dossier dossier, Map<String, PackedCapture> packed)
      throws IOException {
    List<Path> slices = new ArrayList<>();
    for (String name : slices(packed)) {
      slices.add(bag.payload(name));
    }
    if (!slices.isEmpty()) {
      new ReplayArchive(
              "Evidence package " + dossier.id(), dossier.made().software(), dossier.made().at())
          .write(slices, bag.payload(REPLAY));
    }
  }

  private static List<String> slices(Map<String, PackedCapture> packed) {
    return packed.values().stream()
        .filter(capture -> capture.fate() == PackedCapture.Fate.PACKED)
        .map(PackedCapture::file)
        .distinct()
        .toList();
  }

  private static String adverts(Dossier dossier, Map<String, PackedCapture> packed) {
    StringBuilder lines = new StringBuilder();
    for (EvidenceItem item : dossier.items()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("advert", item.advert());
      if (item.sighting() != null) {
        line.put("sighting", item.sighting());
      }
      line.put("cluster", item.cluster());
      line.put("judgements", item.judgements());
      line.put("capture", packed.get(item.id()));
      lines.append(SafeJson.of(line)).append('\n');
    }
    return lines.toString();
  }

  private static String pointers(Dossier dossier) {
    StringBuilder lines = new StringBuilder();
    for (Escalation pointer : dossier.pointers()) {
      lines.append(SafeJson.of(pointer)).append('\n');
    }
    return lines.toString();
  }

  private List<Map.Entry<String, String>> info(Dossier dossier) {
    List<Map.Entry<String, String>> info = new ArrayList<>();
    info.add(Map.entry("Source-Organization", dossier.mandate().authority()));
    info.add(Map.entry("External-Identifier", dossier.id()));
    info.add(Map.entry("External-Description", "Evidence package for the recipient named below"));
    info.add(Map.entry("Bagging-Date", Words.day(dossier.made().at())));
    info.add(Map.entry("Bag-Software-Agent", dossier.made().software()));
    info.add(Map.entry("Recipient", dossier.handover().recipient()));
    info.add(Map.entry("Handling", "TLP:" + tlp(dossier)));
    LocalDate keepUntil = dossier.handover().keepUntil();
    info.add(Map.entry("Keep-Until", keepUntil == null ? "not set" : keepUntil.toString()));
    info.add(Map.entry("Mandate", dossier.mandate().id()));
    info.add(Map.entry("Legal-Basis", dossier.mandate().legalBasis()));
    info.add(Map.entry("Mandate-Valid-Until", dossier.mandate().validUntil().toString()));
    stampers.forEach(
        stamper -> info.add(Map.entry("Time-Stamped-By", stamper.address().toString())));
    return info;
  }

  static String tlp(Dossier dossier) {
    return dossier.handover().marking().label().toUpperCase(Locale.ROOT);
  }

  private static Summary summary(Dossier dossier, Map<String, PackedCapture> packed) {
    return new Summary(
        dossier.id(),
        dossier.items().size(),
        count(packed, PackedCapture.Fate.PACKED),
        count(packed, PackedCapture.Fate.WITHHELD),
        dossier.pointers().size());
  }

  private static int count(Map<String, PackedCapture> packed, PackedCapture.Fate fate) {
    return (int) packed.values().stream().filter(capture -> capture.fate() == fate).count();
  }
}
