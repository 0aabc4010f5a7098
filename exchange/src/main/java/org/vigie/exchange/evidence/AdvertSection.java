package org.vigie.exchange.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.Provenance;
import org.vigie.advert.SeenTimes;
import org.vigie.advert.Span;
import org.vigie.capture.warc.ServerFacts;
import org.vigie.capture.warc.TlsFacts;
import org.vigie.exchange.bag.Bag;
import org.vigie.text.safe.Words;

/** One advert in a report: fact, machine assessment and human judgement, a box each. */
final class AdvertSection {
  private final ReportHtml html;
  private final ReportWords words;
  private final Sources sources;

  /**
   * What is known of captures.
   *
   * @param renditions labelled hash of a captured payload → what is to be said of its rendition
   * @param servers who gave them
   */
  record Sources(Map<String, String> renditions, Map<ServerFacts.Answer, ServerFacts> servers) {
    Sources {
      renditions = Map.copyOf(renditions);
      servers = Map.copyOf(servers);
    }

    /** Reads who gave the captures that stand in slices of a bag. */
    static Sources of(Bag bag, List<String> slices, Map<String, String> renditions)
        throws IOException {
      Map<ServerFacts.Answer, ServerFacts> servers = new HashMap<>();
      for (String slice : slices) {
        servers.putAll(ServerFacts.of(bag.payload(slice)));
      }
      return new Sources(renditions, servers);
    }
  }

  AdvertSection(ReportHtml html, ReportWords words, Sources sources) {
    this.html = html;
    this.words = words;
    this.sources = sources;
  }

  void add(EvidenceItem item, PackedCapture capture) {
    html.markup("<section>\n").element("h3", words.say("advert") + " " + item.id());
    fact(item, capture);
    machine(item);
    human(item);
    html.markup("</section>\n");
  }

  private void fact(EvidenceItem item, PackedCapture capture) {
    Advert advert = item.advert().advert();
    html.markup("<div class=\"fact\">\n").element("h4", words.say("fact")).markup("<table>\n");
    html.row(words.say("channel"), words.value("channel", advert.channel().label()));
    html.row(words.say("site"), advert.site());
    html.row(words.say("url"), advert.url().isEmpty() ? words.say("none") : advert.url());
    html.row(
        words.say("posted"),
        advert.postedAt() == null ? words.say("not-said") : Words.minute(advert.postedAt()));
    SeenTimes seen = SeenTimes.of(advert, item.sighting());
    html.row(words.say("first-seen"), firstSeen(seen));
    html.row(words.say("last-seen"), Words.minute(seen.last()));
    html.row(words.say("times"), Long.toString(seen.times()));
    html.row(words.say("declared-language"), words.value("language", item.advert().language()));
    html.row(words.say("mandate"), advert.mandate());
    html.row(words.say("capture"), captured(advert.provenance(), capture));
    server(advert.provenance());
    html.row(words.say("rendition"), rendition(advert.provenance(), capture));
    for (Map.Entry<String, String> field : new TreeMap<>(advert.declared()).entrySet()) {
      if (!MachineText.isField(field.getKey())) {
        html.row(words.say("fields") + ": " + field.getKey(), field.getValue());
      }
    }
    html.markup("</table>\n").element("p", words.say("text-note"));
    text(item.advert(), MachineText.own(advert));
    html.markup("</div>\n");
  }

  private void text(AssessedAdvert advert, Span part) {
    html.markup("<pre>");
    new MarkedText(advert.advert().text()).addTo(html, part, places(advert));
    html.markup("</pre>\n");
  }

  private String firstSeen(SeenTimes seen) {
    String first = Words.minute(seen.first());
    return seen.isExact() ? first : first + " " + words.say("or-before");
  }

  private String captured(@Nullable Provenance from, PackedCapture capture) {
    if (from == null) {
      return words.say("no-source");
    }
    return switch (capture.fate()) {
      case PACKED -> words.say("capture-packed", capture.file(), capture.digest());
      case NEVER_CAPTURED -> words.say("capture-never", from.container(), from.position());
      case NOT_THERE ->
          words.say("capture-gone", from.container(), from.position(), from.payloadDigest());
      case WITHHELD ->
          words.say("capture-withheld", from.container(), from.position(), from.payloadDigest());
    };
  }

  private void server(@Nullable Provenance from) {
    ServerFacts server =
        from == null
            ? null
            : sources
                .servers()
                .get(new ServerFacts.Answer(from.payloadDigest(), from.capturedAt()));
    if (server != null) {
      TlsFacts tls = server.tls();
      html.row(
          words.say("server"),
          tls == null
              ? words.say("server-plain", server.address())
              : words.say(
                  "server-tls",
                  server.address(),
                  tls.protocol(),
                  tls.subject(),
                  String.join(", ", tls.certificates())));
    }
  }

  private String rendition(@Nullable Provenance from, PackedCapture capture) {
    if (from == null || capture.fate() != PackedCapture.Fate.PACKED) {
      return words.say("rendition-none");
    }
    return sources.renditions().getOrDefault(from.payloadDigest(), words.say("rendition-unread"));
  }

  private static List<Span> places(AssessedAdvert advert) {
    List<Span> places = new ArrayList<>();
    advert.contacts().forEach(contact -> places.add(contact.span()));
    advert.indicators().forEach(indicator -> places.addAll(indicator.spans()));
    return places;
  }

  private void machine(EvidenceItem item) {
    AssessedAdvert advert = item.advert();
    html.markup("<div class=\"machine\">\n").element("h4", words.say("machine"));
    List<String> added = added(advert.advert());
    if (!added.isEmpty()) {
      html.element("h5", words.say("added"));
      html.list(added);
    }
    pictures(advert);
    new ForeignSection(html, words).add(item.foreign());
    html.element("h5", words.say("contacts"));
    html.list(
        orNone(
            Stream.concat(
                    advert.contacts().stream().map(contact -> contact(contact, advert.advert())),
                    advert.entities().unplacedNumbers().stream()
                        .map(digits -> words.say("unplaced", digits)))
                .distinct()
                .toList()));
    html.element("h5", words.say("signs")).markup("<ul>\n");
    advert.indicators().forEach(indicator -> sign(indicator, advert.advert()));
    html.markup("</ul>\n");
    advert.assessments().forEach(this::assessment);
    html.element("h5", words.say("not-assessed"));
    html.list(orNone(advert.notAssessedFor().stream().map(this::form).toList()));
    html.element("h5", words.say("cluster"));
    html.list(orNone(item.cluster().isEmpty() ? List.of() : List.of(item.cluster())));
    html.markup("</div>\n");
  }

  private static List<String> added(Advert advert) {
    return advert.added().entrySet().stream()
        .map(field ->
            "%s: %s (%s)"
                .formatted(field.getKey(), field.getValue(), advert.addedBy(field.getKey())))
        .toList();
  }

  private void pictures(AssessedAdvert advert) {
    if (!advert.advert().pictureText().isEmpty()) {
      html.element("h5", words.say("pictures"));
      html.element("p", words.say("pictures-note", MachineText.PROGRAM));
      text(advert, MachineText.ofPictures(advert.advert()));
    }
    List<String> fields =
        advert.advert().declared().entrySet().stream()
            .filter(field -> MachineText.isFieldBesideText(field.getKey()))
            .map(field -> field.getKey() + ": " + field.getValue())
            .toList();
    if (!fields.isEmpty()) {
      html.element("h5", words.say("pictures-fields")).list(fields);
    }
  }

  private String contact(Contact contact, Advert advert) {
    return advert.isInPicture(contact.span())
        ? contact.key() + " " + words.say("in-picture")
        : contact.key();
  }

  private void sign(Indicator indicator, Advert advert) {
    html.markup("<li>").text(words.sign(indicator));
    if (indicator.masked()) {
      html.markup(" ").text(words.say("sign-masked"));
    } else if (indicator.spans().isEmpty()) {
      html.markup(" ").text(words.say("sign-fields"));
    } else {
      MarkedText marked = new MarkedText(advert.text());
      for (Span span : indicator.spans()) {
        html.markup("<blockquote>");
        marked.addTo(html, marked.lines(span), List.of(span));
        html.markup("<br><small>")
            .text(words.say("quote", span.start(), span.end()))
            .text(advert.isInPicture(span) ? " " + words.say("in-picture") : "")
            .markup("</small></blockquote>\n");
      }
    }
    html.markup("</li>\n");
  }

  private void assessment(Assessment assessment) {
    html.element("h5", words.say("risk", form(assessment.form())));
    String line =
        words.say(
            "risk-line",
            words.value("outcome", assessment.outcome().label()),
            words.value("risk", Words.risk(assessment.riskProbability())),
            assessment.model(),
            assessment.taxonomy());
    html.element("p", line).element("p", words.say("reasons"));
    html.list(orNone(assessment.reasons().stream().map(words::reason).toList()));
  }

  private String form(String form) {
    return words.value("form", form);
  }

  private void human(EvidenceItem item) {
    html.markup("<div class=\"human\">\n").element("h4", words.say("human"));
    if (item.judgements().isEmpty()) {
      html.element("p", words.say("no-judgement"));
    } else {
      html.list(
          item.judgements().stream()
              .map(each ->
                  words.say(
                      "judged",
                      Words.minute(each.at()),
                      each.by(),
                      words.opinion(each.opinion()) + ", " + each.why(),
                      each.subject()))
              .toList());
    }
    html.markup("</div>\n");
  }

  private List<String> orNone(List<String> lines) {
    return lines.isEmpty() ? List.of(words.say("none")) : lines;
  }
}
