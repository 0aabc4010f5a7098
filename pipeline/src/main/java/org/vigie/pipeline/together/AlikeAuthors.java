package org.vigie.pipeline.together;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactProfile;
import org.vigie.advert.Finding;
import org.vigie.advert.IndicatorIds;
import org.vigie.classifier.Taxonomy;

/**
 * Finds the contacts whose adverts are written as those of one contact are ({@code OA-08}).
 *
 * <p>Those that stand beside it in an advert are known to belong to it already, and copies of its
 * texts are a cluster's business: both are left out.
 */
final class AlikeAuthors {
  static final String SAME_AUTHOR_STYLE = IndicatorIds.SAME_AUTHOR_STYLE;

  /** More would be a site's own form, and not an author's. */
  private static final int MOST_CONTACTS = 5;

  private final Taxonomy taxonomy;
  private final Predicate<String> isShared;

  /**
   * @param isShared whether strangers share a contact, by its key
   */
  AlikeAuthors(Taxonomy taxonomy, Predicate<String> isShared) {
    this.taxonomy = taxonomy;
    this.isShared = isShared;
  }

  /** A text of somebody else, with the contacts that it names. */
  private record Other(AssessedAdvert advert, ComparedText text, Set<String> habits) {
    static Other of(AssessedAdvert advert) {
      ComparedText text = ComparedText.of(advert);
      return new Other(advert, text, WritingHabits.of(text.text()));
    }
  }

  private record Alike(String contact, List<ComparedText> texts, AuthorStyle.Likeness likeness) {}

  Optional<SharedSign> in(ContactReading reading) {
    List<ComparedText> own =
        ownWording(reading.adverts().stream().map(ComparedText::of).toList(), List.of());
    if (own.size() < AuthorStyle.FEWEST_TEXTS || isShared.test(reading.contact().key())) {
      return Optional.empty(); // before a thousand others are taken apart
    }
    List<Other> others =
        reading.others().stream()
            .map(Other::of)
            .filter(other -> other.text().words() >= AuthorStyle.FEWEST_WORDS)
            .toList();
    AuthorStyle style = new AuthorStyle(habits(others));
    List<Alike> alike = new ArrayList<>();
    candidates(reading.contact(), others)
        .forEach((contact, adverts) -> {
          List<ComparedText> texts = ownWording(adverts.stream().map(Other::text).toList(), own);
          boolean isKnown = others.size() - adverts.size() >= AuthorStyle.FEWEST_OTHERS;
          if (isKnown && texts.size() >= AuthorStyle.FEWEST_TEXTS && !isShared.test(contact)) {
            AuthorStyle.Likeness likeness =
                style.likeness(AuthorStyle.habits(own), AuthorStyle.habits(texts), habits(adverts));
            if (likeness.isOfOneAuthor()) {
              alike.add(new Alike(contact, texts, likeness));
            }
          }
        });
    return alike.isEmpty() || alike.size() > MOST_CONTACTS
        ? Optional.empty()
        : Optional.of(finding(own, alike, others.size()));
  }

  /** Returns the texts of each contact that leads to somebody and doesn't stand beside one. */
  private static Map<String, List<Other>> candidates(ContactProfile one, List<Other> others) {
    Map<String, List<Other>> candidates = new TreeMap<>();
    for (Other other : others) {
      other.advert().contacts().stream()
          .filter(contact -> contact.type().leadsToSomebody())
          .map(Contact::key)
          .distinct()
          .filter(key -> !one.beside().containsKey(key))
          .forEach(key -> candidates.computeIfAbsent(key, k -> new ArrayList<>()).add(other));
    }
    return candidates;
  }

  private static List<Set<String>> habits(List<Other> others) {
    return others.stream().map(Other::habits).toList();
  }

  private static List<ComparedText> ownWording(
      List<ComparedText> texts, List<ComparedText> others) {
    return ComparedText.ofOwnWording(
        texts.stream().filter(text -> text.words() >= AuthorStyle.FEWEST_WORDS).toList(),
        others,
        AuthorStyle.MOST_TEXTS);
  }

  private SharedSign finding(List<ComparedText> own, List<Alike> alike, int others) {
    Alike most =
        alike.stream()
            .max(
                Comparator.comparingDouble((Alike other) -> other.likeness().weight())
                    .thenComparing(Alike::contact, Comparator.reverseOrder()))
            .orElseThrow();
    Finding found =
        Finding.of("same-style")
            .with("shared", most.likeness().shared())
            .with("all", most.likeness().all())
            .with("own", own.size())
            .with("texts", most.texts().size())
            .with("others", others);
    List<String> adverts = new ArrayList<>();
    own.forEach(text -> adverts.add(text.advert()));
    most.texts().forEach(text -> adverts.add(text.advert()));
    return new SharedSign(
        taxonomy.indicator(SAME_AUTHOR_STYLE, List.of(), found),
        adverts,
        alike.stream().map(Alike::contact).toList());
  }
}
