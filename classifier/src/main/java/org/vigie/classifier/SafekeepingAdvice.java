package org.vigie.classifier;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Span;
import org.vigie.classifier.sign.Family;
import org.vigie.classifier.sign.Polarity;
import org.vigie.classifier.sign.Sign;
import org.vigie.classifier.sign.SignReading;

/**
 * Tells advice to look after one's own documents, in languages other than English (of which {@link
 * OwnDocuments} knows the phrases), from documents that somebody keeps: an order to its reader that
 * says where they are safe, and in which nobody else, no money and no end is named.
 */
final class SafekeepingAdvice {
  /** How an order begins, and how it says where; a language a row. */
  private record Order(Set<String> beginnings, List<String> places) {}

  private static final Map<String, Order> ORDERS =
      Map.of(
          "cs",
              new Order(
                  Set.of("mějte", "měj", "uschovejte", "uložte"), List.of("bezpeč", "u sebe")),
          "de",
              new Order(
                  Set.of("bewahren", "bewahre", "behalten", "tragen"),
                  List.of("sicher", "bei sich")),
          "es",
              new Order(
                  Set.of("guarda", "guarde", "guarden", "conserva", "conserve", "lleva", "lleve"),
                  List.of("contigo", "consigo", "lugar seguro", "a salvo")),
          "fr",
              new Order(
                  Set.of("gardez", "garde", "conservez", "conserve"),
                  List.of("lieu sûr", "avec vous", "avec toi", "sur vous", "sur toi")),
          "it",
              new Order(
                  Set.of("tenga", "tieni", "tenete", "conservi", "conserva", "custodisca"),
                  List.of("al sicuro", "con sé", "con te", "con lei")),
          "nl", new Order(Set.of("bewaar", "houd", "hou"), List.of("veilig", "bij je", "bij u")),
          "pl",
              new Order(
                  Set.of("miej", "trzymaj", "przechowuj", "zachowaj"),
                  List.of("przy sobie", "bezpieczn")),
          "pt",
              new Order(
                  Set.of("guarde", "guarda", "mantenha", "leve"),
                  List.of("lugar seguro", "consigo", "contigo")),
          "ru",
              new Order(
                  Set.of("храните", "храни", "держите", "держи", "носите"),
                  List.of("надёжном", "надежном", "безопасн", "при себе")),
          "tr",
              new Order(
                  Set.of("pasaportunuzu", "pasaportunu", "kimliğinizi"),
                  List.of("güvenli bir", "yanınızda", "yanında")));

  /** Concepts of who else keeps them, whose else they are, for what and until when. */
  private static final Set<String> OTHERS =
      Set.of(
          "we",
          "they",
          "boss",
          "agent",
          "smuggler",
          "police",
          "our",
          "everyone",
          "women",
          "woman",
          "worker",
          "migrant",
          "client",
          "pay",
          "debt",
          "work-off",
          "money",
          "give-back",
          "not-give-back",
          "withhold",
          "lock",
          "before",
          "after",
          "week",
          "month");

  private SafekeepingAdvice() {}

  /** Returns the reading without documents kept that are such advice. */
  static SignReading without(SignReading reading, String text, String language) {
    Order order = ORDERS.get(language);
    return order == null
        ? reading
        : reading.without(sign -> isOfKeeping(sign) && isAdvice(sign, text, order));
  }

  private static boolean isOfKeeping(Sign sign) {
    return sign.family() == Family.DOCUMENTS_KEPT && sign.polarity() == Polarity.SAID;
  }

  private static boolean isAdvice(Sign sign, String text, Order order) {
    int from = sign.spans().stream().mapToInt(Span::start).min().orElse(0);
    int to = sign.spans().stream().mapToInt(Span::end).max().orElse(0);
    int start = Math.max(0, endBefore(text, from) + 1);
    int end = endAfter(text, to);
    String sentence = text.substring(start, end).strip().toLowerCase(Locale.ROOT);
    return sign.concepts().stream().noneMatch(OTHERS::contains)
        && order.beginnings().stream().anyMatch(word -> sentence.startsWith(word + " "))
        && order.places().stream().anyMatch(sentence::contains);
  }

  private static int endBefore(String text, int from) {
    int at = from - 1;
    while (at >= 0 && !isEnd(text.charAt(at))) {
      at--;
    }
    return at;
  }

  private static int endAfter(String text, int to) {
    int at = to;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isEnd(char letter) {
    return ".!?;\n".indexOf(letter) >= 0;
  }
}
