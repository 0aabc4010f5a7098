package org.vigie.cli.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.Finding;
import org.vigie.advert.Indicator;
import org.vigie.advert.PersonName;
import org.vigie.advert.Place;
import org.vigie.advert.Price;
import org.vigie.advert.Reason;
import org.vigie.advert.Span;
import org.vigie.classifier.ReadAdvert;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.Sign;
import org.vigie.text.finding.NotAssessed;

/** An advert as {@code vigie assess} prints it: one JSON object, for programs. */
public final class ReadAdvertJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SAID = "said";
  private static final String SURROGACY = "exploitation-of-surrogacy";
  private static final String ADOPTION = "illegal-adoption";

  private ReadAdvertJson() {}

  /** Returns the object on one line. */
  public static String line(ReadAdvert read) {
    AssessedAdvert assessed = read.assessed();
    ObjectNode root = JSON.createObjectNode();
    String own = assessed.advert().sourceId();
    root.put("id", own.isEmpty() ? assessed.advert().id() : own);
    root.put("language", assessed.language());
    if (read.isRead()) {
      root.put("assessedIn", assessed.language());
    } else {
      root.putNull("assessedIn");
      root.put("notAssessed", NotAssessed.english(assessed));
    }
    root.put("quarantined", assessed.minorRisk());
    root.put("genre", read.signs().genre().label());
    signs(root.putArray("signs"), read);
    forms(root.putArray("forms"), read);
    contacts(root.putArray("contacts"), assessed.contacts());
    prices(root.putArray("prices"), assessed.entities().prices());
    places(root.putArray("places"), assessed.entities().places());
    names(root.putArray("names"), assessed.entities().names());
    return root.toString();
  }

  private static void signs(ArrayNode array, ReadAdvert read) {
    Set<String> done = new TreeSet<>();
    for (Sign sign : read.signs().signs()) {
      ObjectNode node = array.addObject();
      node.put("code", sign.row());
      node.put("polarity", sign.polarity().label());
      spans(node.putArray("spans"), sign.spans());
      ArrayNode concepts = node.putArray("concepts");
      sign.concepts().forEach(concepts::add);
      done.add(sign.row());
    }
    for (Indicator indicator : read.assessed().indicators()) {
      if (done.add(indicator.id())) {
        ObjectNode node = array.addObject();
        node.put("code", indicator.id());
        node.put("polarity", SAID);
        spans(node.putArray("spans"), indicator.spans());
        node.putArray("concepts");
      }
    }
  }

  /**
   * Of an advert in a language without concepts no risk is told, and of a quarantined one only of
   * which form it is, where a child is to be handed over.
   */
  private static void forms(ArrayNode array, ReadAdvert read) {
    if (!read.isRead()) {
      return;
    }
    if (read.assessed().minorRisk()) {
      read.signs().said().stream()
          .filter(sign -> sign.family() == Family.CHILD)
          .findFirst()
          .ifPresent(sign ->
              array
                  .addObject()
                  .put("form", sign.concepts().contains("surrogacy") ? SURROGACY : ADOPTION)
                  .put("outcome", "quarantined"));
      return;
    }
    for (Assessment assessment : read.assessed().assessments()) {
      ObjectNode node = array.addObject();
      node.put("form", assessment.form());
      node.put("probability", assessment.riskProbability());
      node.put("outcome", assessment.outcome().label());
      ArrayNode reasons = node.putArray("reasons");
      ArrayNode findings = node.putArray("findings");
      for (Reason reason : assessment.reasons()) {
        reasons.add(reason.feature());
        finding(findings.addObject(), reason.finding());
      }
    }
  }

  private static void finding(ObjectNode node, Finding finding) {
    node.put("code", finding.code());
    ObjectNode arguments = node.putObject("arguments");
    new TreeMap<>(finding.arguments()).forEach(arguments::put);
  }

  private static void contacts(ArrayNode array, List<Contact> contacts) {
    for (Contact contact : contacts) {
      ObjectNode node = array.addObject();
      node.put("type", contact.type().label());
      node.put("value", contact.value());
      node.put("country", contact.country());
      span(node, contact.span());
    }
  }

  private static void prices(ArrayNode array, List<Price> prices) {
    for (Price price : prices) {
      ObjectNode node = array.addObject();
      node.put("least", price.least());
      node.put("most", price.most());
      node.put("currency", price.currency());
      node.put("period", price.period().label());
      span(node, price.span());
    }
  }

  private static void places(ArrayNode array, List<Place> places) {
    for (Place place : places) {
      ObjectNode node = array.addObject();
      node.put("name", place.name());
      node.put("country", place.country());
      span(node, place.span());
    }
  }

  private static void names(ArrayNode array, List<PersonName> names) {
    for (PersonName name : names) {
      ObjectNode node = array.addObject();
      node.put("name", name.name());
      span(node, name.span());
    }
  }

  private static void spans(ArrayNode array, List<Span> spans) {
    spans.forEach(span -> array.addArray().add(span.start()).add(span.end()));
  }

  private static void span(ObjectNode node, Span span) {
    node.putArray("span").add(span.start()).add(span.end());
  }
}
