package org.vigie.world;

import java.math.BigDecimal;
import java.time.Duration;
import org.vigie.advert.Advert;

/** What the markup of an advert's page declares, which differs from site to site. */
final class DeclaredAdvert {
  private static final Duration VALIDITY = Duration.ofDays(30);

  private DeclaredAdvert() {}

  /**
   * Returns an advert as its site declares it.
   *
   * @param count how many adverts the site has
   */
  static Advert of(Posting posting, int count) {
    Host host = posting.host();
    Content content = posting.content();
    String path = Address.path(host, posting.number(), count);
    Advert.Builder advert =
        Advert.builder(host.channel(), site(posting, count), WorldSpec.COMPLETE)
            .url(host.origin() + path)
            .sourceId(sourceId(posting, path))
            .body(content.body());
    switch (host) {
      case ANNONCES -> declareOffer(advert, posting);
      case JOBS -> declareJob(advert, posting);
      case TELEGRAM ->
          advert.body(content.title() + "\n" + content.body()).postedAt(posting.postedAt());
      case NEWS -> advert.title(content.title()).postedAt(posting.postedAt());
      case BOARD -> advert.title(content.title()).language(content.language());
    }
    return advert.build();
  }

  private static String site(Posting posting, int count) {
    String host = posting.host().hostName();
    return posting.host() == Host.TELEGRAM
        ? host + "/" + Address.channelName(Address.channelOf(posting.number(), count))
        : host;
  }

  private static String sourceId(Posting posting, String path) {
    return switch (posting.host()) {
      case TELEGRAM -> path.substring(1);
      case NEWS -> "n" + posting.number();
      case ANNONCES, JOBS, BOARD -> "";
    };
  }

  private static void declareOffer(Advert.Builder advert, Posting posting) {
    Content content = posting.content();
    declarePlace(advert, posting);
    advert.field("price", content.price().amount() + " " + content.price().currency());
  }

  private static void declareJob(Advert.Builder advert, Posting posting) {
    Content content = posting.content();
    declarePlace(advert, posting);
    advert
        .field(
            "salary",
            content.price().amount() + " " + content.price().currency() + " " + unit(content))
        .field("employmentType", employmentType(posting))
        .field("validThrough", validThrough(posting));
    if (content.organization().isEmpty()) {
      advert.field("organization.missing", "true");
    } else {
      advert.field("organization", content.organization());
    }
  }

  private static void declarePlace(Advert.Builder advert, Posting posting) {
    Content content = posting.content();
    advert
        .title(content.title())
        .postedAt(posting.postedAt())
        .language(content.language())
        .country(content.country())
        .place(content.place());
  }

  /** Returns schema.org's {@code unitText}: what a job pays is told apart by its size. */
  static String unit(Content content) {
    BigDecimal amount = new BigDecimal(content.price().amount());
    return amount.compareTo(BigDecimal.valueOf(30)) < 0
        ? "HOUR"
        : amount.compareTo(BigDecimal.valueOf(100)) < 0
            ? "DAY"
            : amount.compareTo(BigDecimal.valueOf(300)) < 0 ? "WEEK" : "MONTH";
  }

  /** Returns schema.org's {@code employmentType}, the same for all who post the same text. */
  static String employmentType(Posting posting) {
    return posting.content().title().length() % 4 == 0 ? "PART_TIME" : "FULL_TIME";
  }

  static String validThrough(Posting posting) {
    return Html.day(posting.postedAt().plus(VALIDITY));
  }
}
