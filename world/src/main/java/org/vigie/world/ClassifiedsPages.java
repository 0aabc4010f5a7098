package org.vigie.world;

import java.util.Optional;
import java.util.OptionalInt;

/** A classifieds site: rubrics, paged listings, and details marked up as schema.org offers. */
final class ClassifiedsPages implements Site.AdvertPages {
  private static final int PER_PAGE = 20;

  private final SiteFrame frame;
  private final Layout layout;

  ClassifiedsPages(SiteFrame frame, Layout layout) {
    this.frame = frame;
    this.layout = layout;
  }

  @Override
  public Optional<ServedPage> findPage(RequestTarget target, String origin) {
    return switch (target.first()) {
      case "" -> Optional.of(home());
      case "annonce" -> detail(target);
      case "rubrique" -> rubric(target);
      default -> Optional.empty();
    };
  }

  private ServedPage home() {
    StringBuilder list = new StringBuilder("<h1>" + Html.escape(frame.name()) + "</h1>\n<ul>\n");
    for (InventedKind kind : InventedKind.values()) {
      list.append("<li>").append(Html.link(path(kind), frame.text(kind.label()))).append("</li>\n");
    }
    return frame.page(frame.language(), frame.name(), "", list.append("</ul>\n").toString());
  }

  private static String path(InventedKind kind) {
    return "/rubrique/" + kind.label();
  }

  private Optional<ServedPage> rubric(RequestTarget target) {
    for (InventedKind kind : InventedKind.values()) {
      if (target.segments().size() == 2 && target.segments().get(1).equals(kind.label())) {
        return listing(kind, target);
      }
    }
    return Optional.empty();
  }

  private Optional<ServedPage> listing(InventedKind kind, RequestTarget target) {
    int[] numbers = layout.numbers(kind);
    Pager pager = new Pager(numbers.length, PER_PAGE);
    OptionalInt page = pager.page(target);
    if (page.isEmpty()) {
      return Optional.empty();
    }
    String rubric = frame.text(kind.label());
    StringBuilder main = new StringBuilder("<h1>" + Html.escape(rubric) + "</h1>\n<ul>\n");
    for (int i = pager.newest(page.getAsInt()); i >= pager.oldest(page.getAsInt()); i--) {
      main.append(entry(layout.posting(Host.ANNONCES, numbers[i])));
    }
    main.append("</ul>\n").append(pager.links(path(kind), page.getAsInt(), frame));
    return Optional.of(frame.page(frame.language(), rubric, "", main.toString()));
  }

  private static String entry(Posting posting) {
    Content content = posting.content();
    return "<li>"
        + Html.link("/annonce/" + posting.number(), content.title())
        + " <span>"
        + Html.escape(content.place())
        + ", "
        + Html.day(posting.postedAt())
        + "</span></li>\n";
  }

  private Optional<ServedPage> detail(RequestTarget target) {
    OptionalInt number = target.number();
    if (number.isEmpty() || number.getAsInt() > layout.count(Host.ANNONCES)) {
      return Optional.empty();
    }
    Posting posting = layout.posting(Host.ANNONCES, number.getAsInt());
    Content content = posting.content();
    String main =
        """
        <article itemscope itemtype="https://schema.org/Offer">
        <h1 itemprop="name">%s</h1>
        <p><span itemprop="price" content="%s">%s</span> <span itemprop="priceCurrency" content="%s">%s</span></p>
        <p itemprop="areaServed" itemscope itemtype="https://schema.org/Place">
        <span itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
        <span itemprop="addressLocality">%s</span> <span itemprop="addressCountry">%s</span>
        </span></p>
        <p><time itemprop="datePublished" datetime="%s">%s</time></p>
        <div itemprop="description">
        %s</div>
        </article>
        <p>%s</p>
        """
            .formatted(
                Html.escape(content.title()),
                content.price().amount(),
                content.price().amount(),
                content.price().currency(),
                content.price().currency(),
                Html.escape(content.place()),
                content.country(),
                posting.postedAt(),
                Html.day(posting.postedAt()),
                Html.paragraphs(content.paragraphs()),
                Html.link(path(content.kind()), frame.text(content.kind().label())));
    return Optional.of(frame.page(content.language(), content.title(), "", main));
  }
}
