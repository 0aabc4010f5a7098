package org.vigie.search.query;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;

/** What the query language means, written plainly for the generated adverts. */
final class NaiveMatcher {
  private NaiveMatcher() {}

  static boolean matches(QueryNode query, AssessedAdvert advert) {
    return switch (query) {
      case QueryNode.Everything everything -> true;
      case QueryNode.And and -> and.parts().stream().allMatch(part -> matches(part, advert));
      case QueryNode.Or or -> or.parts().stream().anyMatch(part -> matches(part, advert));
      case QueryNode.Not not -> !matches(not.part(), advert);
      case QueryNode.Words words ->
          Collections.indexOfSubList(words(advert.advert().text()), words(words.text())) >= 0;
      case QueryNode.WordPrefix prefix ->
          words(advert.advert().text()).stream().anyMatch(w -> w.startsWith(fold(prefix.stem())));
      case QueryNode.Number number -> calls(advert, number.typed());
      case QueryNode.Value value -> values(value.field(), advert).contains(plain(value.value()));
      case QueryNode.ValuePrefix prefix ->
          values(prefix.field(), advert).stream().anyMatch(v -> v.startsWith(plain(prefix.stem())));
      case QueryNode.Across across ->
          throw new IllegalArgumentException("the generated queries don't use " + across);
      case QueryNode.Meant meant ->
          throw new IllegalArgumentException("the generated queries don't use " + meant);
      case QueryNode.Risk risk ->
          advert.assessment().riskProbability() >= risk.least()
              && advert.assessment().riskProbability() <= risk.most();
      case QueryNode.Size size ->
          throw new IllegalArgumentException("the generated queries don't use " + size);
      case QueryNode.Gone gone ->
          throw new IllegalArgumentException("the generated queries don't use " + gone);
      case QueryNode.After after -> !advert.advert().time().isBefore(after.instant());
      case QueryNode.Before before -> advert.advert().time().isBefore(before.instant());
    };
  }

  private static boolean calls(AssessedAdvert advert, String typed) {
    return advert.contacts().stream()
        .filter(contact -> contact.type() == ContactType.PHONE)
        .anyMatch(contact -> contact.value().endsWith(typed.replaceFirst("^\\+?0*", "")));
  }

  private static List<String> values(QueryField field, AssessedAdvert advert) {
    return switch (field) {
      case CHANNEL -> List.of(advert.advert().channel().label());
      case SITE -> List.of(advert.advert().site());
      case PLACE -> List.of(fold(advert.advert().place()));
      case LANG -> List.of(advert.language());
      case OUTCOME -> advert.assessments().stream().map(a -> a.outcome().label()).toList();
      case FORM -> advert.assessments().stream().map(Assessment::form).toList();
      case INDICATOR -> advert.indicators().stream().map(i -> fold(i.id())).toList();
      case HANDLE ->
          advert.contacts().stream()
              .filter(contact -> contact.type() == ContactType.HANDLE)
              .map(Contact::value)
              .map(handle -> fold(handle.substring(handle.indexOf(':') + 1)))
              .toList();
      default -> throw new IllegalArgumentException("the generated queries don't use " + field);
    };
  }

  private static List<String> words(String text) {
    return Arrays.stream(fold(text).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String plain(String value) {
    return fold(value.startsWith("@") ? value.substring(1) : value);
  }

  private static String fold(String text) {
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("ß", "ss");
  }
}
