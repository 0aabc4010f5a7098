package org.vigie.classifier.risk;

import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Span;
import org.vigie.classifier.text.NormalizedText;

/** Features of an advert's make-up, which say the same in every language. */
final class StructureFeatures {
  private StructureFeatures() {}

  static void add(
      Advert advert,
      NormalizedText text,
      int tokens,
      List<Contact> contacts,
      List<Feature> features) {
    for (String section : Sections.of(text.original()).empty()) {
      features.add(new Feature("structure:no " + section, 1, List.of()));
    }
    if ("true".equals(advert.fields().get("organization.missing"))) {
      features.add(new Feature("structure:no company profile", 1, List.of()));
    }
    for (ContactType type : ContactType.values()) {
      List<Span> spans =
          contacts.stream().filter(c -> c.type() == type).map(Contact::span).limit(5).toList();
      if (!spans.isEmpty()) {
        features.add(new Feature("contact:" + type.label(), 1, spans));
      }
    }
    features.add(new Feature("length:" + lengthClass(tokens), 1, List.of()));
    addSigns(text, features);
  }

  private static void addSigns(NormalizedText text, List<Feature> features) {
    String folded = text.folded();
    int money = 0;
    int calls = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      money += Character.getType(c) == Character.CURRENCY_SYMBOL ? 1 : 0;
      calls += c == '!' ? 1 : 0;
    }
    if (money > 0) {
      features.add(
          new Feature("structure:amounts of money", Math.min(3, 1 + Math.log(money)), List.of()));
    }
    if (calls > 2) {
      features.add(
          new Feature("structure:exclamation marks", Math.min(3, Math.log(calls)), List.of()));
    }
  }

  /** Whole powers of two from 16: "under 16", "under 32" and so on. */
  private static String lengthClass(int tokens) {
    int limit = 16;
    while (limit <= tokens && limit < 1_024) {
      limit *= 2;
    }
    return (limit == 1_024 && tokens >= 1_024) ? "1024 words or more" : "under " + limit + " words";
  }
}
