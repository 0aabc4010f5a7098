package org.vigie.capture.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.LabelledParts;
import org.vigie.capture.extract.content.LabelledParts.Part;
import org.vigie.capture.extract.content.LinkedContacts;
import org.vigie.capture.extract.content.MessengerLinks;
import org.vigie.capture.extract.content.PairedParts;
import org.vigie.capture.extract.content.PostedTime;
import org.vigie.capture.extract.content.ReachLinks;
import org.vigie.capture.extract.offer.Classifieds;
import org.vigie.capture.extract.offer.ItemGaps;
import org.vigie.capture.extract.offer.JobBoard;
import org.vigie.capture.extract.offer.PlainPage;
import org.vigie.capture.extract.page.ChannelReader;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.post.PostAdverts;
import org.vigie.capture.extract.post.StatePosts;
import org.vigie.capture.extract.site.PlatformPages;
import org.vigie.capture.state.Post;
import org.vigie.capture.state.StateReader;

/** Adds to a page's one advert what its data and its text don't tell, but its elements name. */
final class NamedParts {
  private static final String AUTHOR = "author";
  private static final String PRICE = "price";
  private static final String SALARY = "salary";

  private NamedParts() {}

  /** Returns an extraction whose one advert says who, where and for how much, if the page does. */
  static Extraction in(Payload payload, ChannelReader by, Extraction extraction) {
    Page page = payload.page();
    List<Advert> adverts = extraction.adverts();
    if (adverts.size() > 1 && by instanceof PlatformPages && by.lists(payload)) {
      List<Post> told = StateReader.listed(payload.state(), payload.hints(), adverts.size());
      List<Advert> known = ItemGaps.filled(adverts, PostAdverts.of(page, told));
      return extraction.withAdverts(ItemGaps.filled(page, known));
    }
    if (adverts.size() > 1 && by instanceof StatePosts) {
      return extraction.withAdverts(ItemGaps.filled(page, adverts));
    }
    boolean one =
        extraction.adverts().size() == 1
            && (by instanceof PlainPage
                || by instanceof StatePosts
                || by instanceof Classifieds
                || by instanceof JobBoard
                || (by instanceof PlatformPages && !by.lists(payload)));
    if (!one) {
      return extraction;
    }
    Advert advert = dated(page, reached(page, extraction.adverts().getFirst()));
    Extraction with = extraction.withAdverts(List.of(advert));
    boolean whole =
        !advert.place().isEmpty()
            && has(advert, AUTHOR, Advert.EMPLOYER)
            && has(advert, PRICE, SALARY);
    if (whole) {
      return with;
    }
    Map<Part, String> named = LabelledParts.of(page);
    boolean who = named.containsKey(Part.AUTHOR) || named.containsKey(Part.EMPLOYER);
    PairedParts.of(page)
        .forEach((part, said) -> {
          if (!(part == Part.AUTHOR || part == Part.EMPLOYER) || !who) {
            named.putIfAbsent(part, said);
          }
        });
    return named.isEmpty() ? with : extraction.withAdverts(List.of(with(advert, named)));
  }

  /** A button may ring or write to somebody without a word of how. */
  private static Advert reached(Page page, Advert advert) {
    Map<String, String> reach = new HashMap<>(PairedParts.reach(page));
    reach.putAll(ReachLinks.of(page));
    reach.values().removeIf(advert.text()::contains);
    if (reach.isEmpty()) {
      return advert;
    }
    Advert.Builder fuller = copy(advert);
    reach.forEach((name, said) -> fuller.field(name, advert.fields().getOrDefault(name, said)));
    return fuller.build();
  }

  private static Advert dated(Page page, Advert advert) {
    PostedTime.Told posted = advert.postedAt() == null ? PostedTime.of(page, advert.text()) : null;
    return posted == null
        ? advert
        : copy(advert).postedAt(posted.at()).context("posted", posted.said()).build();
  }

  private static boolean has(Advert advert, String one, String other) {
    return advert.fields().containsKey(one) || advert.fields().containsKey(other);
  }

  private static Advert with(Advert advert, Map<Part, String> named) {
    Advert.Builder fuller =
        copy(advert)
            .place(advert.place().isEmpty() ? named.getOrDefault(Part.PLACE, "") : advert.place());
    if (!has(advert, AUTHOR, Advert.EMPLOYER)) {
      String author = named.getOrDefault(Part.AUTHOR, "");
      String employer = named.getOrDefault(Part.EMPLOYER, "");
      fuller.field(AUTHOR, author).field(Advert.EMPLOYER, author.isEmpty() ? employer : "");
    }
    if (!has(advert, PRICE, SALARY)) {
      String price = advert.channel() == Channel.JOB_BOARD ? SALARY : PRICE;
      fuller.field(price, named.getOrDefault(Part.PRICE, ""));
    }
    return fuller.build();
  }

  /** Returns an extraction whose adverts declare whom their links to messengers reach. */
  static Extraction reached(Extraction extraction) {
    List<Advert> adverts = extraction.adverts().stream().map(NamedParts::linked).toList();
    return adverts.equals(extraction.adverts()) ? extraction : extraction.withAdverts(adverts);
  }

  private static Advert linked(Advert advert) {
    String links = advert.fields().getOrDefault(MessengerLinks.FIELD, "");
    Map<String, String> reach = LinkedContacts.of(advert.text(), links, advert.url());
    if (advert.fields().keySet().containsAll(reach.keySet())) {
      return advert;
    }
    Advert.Builder fuller = copy(advert);
    reach.forEach((name, said) -> fuller.field(name, advert.fields().getOrDefault(name, said)));
    return fuller.build();
  }

  private static Advert.Builder copy(Advert advert) {
    Advert.Builder copy =
        Advert.builder(advert.channel(), advert.site(), advert.seenAt())
            .sourceId(advert.sourceId())
            .url(advert.url())
            .postedAt(advert.postedAt())
            .title(advert.title())
            .body(advert.body())
            .language(advert.language())
            .country(advert.country())
            .place(advert.place())
            .mandate(advert.mandate())
            .provenance(advert.provenance());
    advert.fields().forEach(copy::field);
    return copy;
  }
}
