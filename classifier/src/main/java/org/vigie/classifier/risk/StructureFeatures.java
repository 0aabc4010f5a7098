package org.vigie.classifier.risk;

import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.text.NormalizedText;

/**
 * Features of an advert's make-up, which say the same in every language.
 *
 * <p>Length and the mere presence of a contact are not among them: in the training data ordinary
 * adverts are long and answered through the platform, in most channels they are neither.
 */
final class StructureFeatures {
  private StructureFeatures() {}

  static void add(Advert advert, NormalizedText text, List<Feature> features) {
    for (String section : Sections.of(text.original()).empty()) {
      features.add(new Feature("structure:no " + section, 1, List.of()));
    }
    if ("true".equals(advert.fields().get("organization.missing"))) {
      features.add(new Feature("structure:no company profile", 1, List.of()));
    }
    addSigns(text, features);
  }

  private static boolean isCurrency(char c) {
    return c < 0x80 ? c == '$' : Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  static void addSigns(NormalizedText text, List<Feature> features) {
    String folded = text.folded();
    int money = 0;
    int calls = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      money += isCurrency(c) ? 1 : 0;
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
}
