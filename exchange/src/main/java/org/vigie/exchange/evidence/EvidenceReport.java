package org.vigie.exchange.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.advert.Escalation;
import org.vigie.advert.Indicator;
import org.vigie.exchange.evidence.PackedCapture.Fate;
import org.vigie.text.safe.Words;

/** The page of a package that a person reads: one file of HTML that asks for no other. */
final class EvidenceReport {
  /** A browser that shows the page fetches nothing, whatever stands in it. */
  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
          + " 'unsafe-inline'\">\n";

  private static final String STYLE =
      """
      <style>
      body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border: 1px solid #999; padding: .2rem .5rem; text-align: start; vertical-align: top; }
      th { width: 30%; font-weight: normal; background: #f2f2f2; }
      td, pre, blockquote { overflow-wrap: anywhere; }
      pre { white-space: pre-wrap; font: inherit; border: 1px solid #999; padding: .5rem; }
      mark { background: #ffe680; }
      .fact, .machine, .human { border-inline-start: .4rem solid; padding-inline-start: 1rem; }
      .fact { border-color: #2a5d9f; } .machine { border-color: #8a5a00; }
      .human { border-color: #2c6e2c; }
      @media print { section { break-inside: avoid-page; } }
      </style>
      """;

  private final Dossier dossier;
  private final Map<String, PackedCapture> packed;
  private final AdvertSection.Sources sources;
  private final Seals seals;
  private final Locale language;
  private final ReportWords words;
  private final ReportHtml html = new ReportHtml();

  /**
   * Who vouches for the package.
   *
   * @param fingerprint of the key that signs it
   * @param stampers addresses of the authorities that stamp it
   */
  record Seals(String fingerprint, List<String> stampers) {}

  EvidenceReport(
      Dossier dossier,
      Map<String, PackedCapture> packed,
      AdvertSection.Sources sources,
      Seals seals,
      Locale language) {
    this.dossier = dossier;
    this.packed = packed;
    this.sources = sources;
    this.seals = seals;
    this.language = language;
    this.words = new ReportWords(language);
  }

  String html() {
    html.markup("<!doctype html>\n<html lang=\"" + language.getLanguage() + "\">\n<head>\n");
    html.markup("<meta charset=\"utf-8\">\n").markup(POLICY);
    html.element("title", words.say("title") + " " + dossier.id());
    html.markup(STYLE).markup("</head>\n<body>\n");
    html.element("h1", words.say("title"));
    head();
    summary();
    html.element("h2", words.say("reading")).element("p", words.say("reading-text"));
    methods();
    AdvertSection section = new AdvertSection(html, words, sources);
    for (EvidenceItem item : dossier.items()) {
      section.add(item, packed.getOrDefault(item.id(), PackedCapture.none(Fate.NEVER_CAPTURED)));
    }
    pointers();
    custody();
    limits();
    return html.markup("</body>\n</html>\n").toString();
  }

  private void head() {
    Dossier.Handover handover = dossier.handover();
    html.markup("<table>\n");
    html.row(words.say("handling"), "TLP:" + EvidencePackage.tlp(dossier));
    LocalDate keepUntil = handover.keepUntil();
    html.row(
        words.say("keep-until"),
        keepUntil == null ? words.say("keep-unsaid") : keepUntil.toString());
    html.row(words.say("package"), dossier.id());
    html.row(words.say("to"), handover.recipient());
    html.row(words.say("from"), dossier.mandate().authority());
    html.row(words.say("case"), dossier.mandate().caseId());
    html.row(words.say("mandate"), dossier.mandate().id());
    html.row(words.say("legal-basis"), dossier.mandate().legalBasis());
    html.row(words.say("valid-until"), dossier.mandate().validUntil().toString());
    html.row(words.say("grounds"), handover.grounds());
    html.row(words.say("asked-by"), handover.askedBy());
    html.row(words.say("granted-by"), handover.grantedBy());
    html.row(words.say("made"), Words.minute(dossier.made().at()));
    html.row(words.say("software"), dossier.made().software());
    html.row(words.say("signer"), seals.fingerprint());
    html.markup("</table>\n").element("p", words.say("signer-note"));
  }

  private void summary() {
    html.element("h2", words.say("summary"));
    html.element(
        "p",
        words.say(
            "summary-line",
            dossier.items().size(),
            count(Fate.PACKED),
            count(Fate.WITHHELD),
            dossier.pointers().size()));
    if (inPictures() > 0) {
      html.element("p", words.say("summary-pictures", inPictures(), MachineText.PROGRAM));
    }
    if (count(Fate.PACKED) > 0) {
      html.element("p", words.say("replay", "data/" + EvidencePackage.REPLAY));
    }
  }

  private long inPictures() {
    return dossier.items().stream()
        .filter(item -> !item.advert().advert().pictureText().isEmpty())
        .count();
  }

  private long count(Fate fate) {
    return packed.values().stream().filter(capture -> capture.fate() == fate).count();
  }

  private void methods() {
    html.element("h2", words.say("methods")).list(numbered("method-", 5));
    SortedMap<String, String> signs = new TreeMap<>();
    for (EvidenceItem item : dossier.items()) {
      for (Indicator sign : item.advert().indicators()) {
        signs.putIfAbsent(sign.id(), words.meaning(sign));
      }
    }
    if (!signs.isEmpty()) {
      html.element("h3", words.say("meanings")).list(List.copyOf(signs.values()));
    }
  }

  private List<String> numbered(String key, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(i -> words.say(key + i)).toList();
  }

  private void pointers() {
    if (dossier.pointers().isEmpty()) {
      return;
    }
    html.element("h2", words.say("pointers")).element("p", words.say("pointers-text"));
    html.list(dossier.pointers().stream().map(this::pointer).toList());
  }

  private String pointer(Escalation pointer) {
    String source =
        pointer.provenance() == null
            ? words.say("none")
            : pointer.provenance().container() + " @ " + pointer.provenance().position();
    return words.say(
        "pointer",
        pointer.advert(),
        pointer.site(),
        Words.minute(pointer.seenAt()),
        String.join(", ", pointer.indicators()),
        source);
  }

  private void custody() {
    html.element("h2", words.say("custody")).markup("<table>\n");
    for (EvidenceItem item : dossier.items()) {
      html.row(
          Words.minute(item.advert().advert().seenAt()),
          item.id() + ": " + words.say("custody-captured", item.advert().advert().mandate()));
    }
    Dossier.Handover handover = dossier.handover();
    String made = Words.minute(dossier.made().at());
    html.row(made, words.say("custody-packed", dossier.made().by()));
    html.row(
        made,
        words.say("custody-granted", handover.grant(), handover.askedBy(), handover.grantedBy()));
    html.markup("</table>\n").element("p", words.say("custody-note"));
    if (!handover.cameLater().isEmpty()) {
      html.element("p", words.say("came-later", handover.cameLater().size()));
      html.list(handover.cameLater());
    }
    html.element("h3", words.say("models"));
    List<String> models = new ArrayList<>();
    dossier.made().models().forEach((file, digest) -> models.add(file + "  " + digest));
    html.list(models.isEmpty() ? List.of(words.say("none")) : models);
    html.element("p", words.say("models-replay"));
  }

  private void limits() {
    html.element("h2", words.say("limits"));
    List<String> limits = new ArrayList<>(numbered("limit-", 5));
    limits.add(
        seals.stampers().isEmpty()
            ? words.say("limit-6")
            : words.say("limit-6-stamped", String.join(", ", seals.stampers())));
    html.list(limits);
  }
}
