package org.vigie.world;

import java.util.Optional;
import java.util.OptionalInt;

/** A site of headings and paragraphs without any structured data. */
final class PlainPages implements Site.AdvertPages {
  private static final int PER_PAGE = 30;

  private final SiteFrame frame;
  private final Layout layout;

  PlainPages(SiteFrame frame, Layout layout) {
    this.frame = frame;
    this.layout = layout;
  }

  @Override
  public Optional<ServedPage> findPage(RequestTarget target, String origin) {
    return switch (target.first()) {
      case "" -> listing(target);
      case "post" -> detail(target.number());
      default -> Optional.empty();
    };
  }

  private Optional<ServedPage> listing(RequestTarget target) {
    Pager pager = new Pager(layout.count(Host.BOARD), PER_PAGE);
    OptionalInt page = pager.page(target);
    if (page.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder main = new StringBuilder("<h1>" + Html.escape(frame.name()) + "</h1>\n<ul>\n");
    for (int i = pager.newest(page.getAsInt()); i >= pager.oldest(page.getAsInt()); i--) {
      Posting posting = layout.posting(Host.BOARD, i + 1);
      main.append("<li>")
          .append(Html.link("/post/" + posting.number(), posting.content().title()))
          .append("</li>\n");
    }
    main.append("</ul>\n").append(pager.links("/", page.getAsInt(), frame));
    return Optional.of(frame.page(frame.language(), frame.name(), "", main.toString()));
  }

  private Optional<ServedPage> detail(OptionalInt number) {
    if (number.isEmpty() || number.getAsInt() > layout.count(Host.BOARD)) {
      return Optional.empty();
    }
    Content content = layout.posting(Host.BOARD, number.getAsInt()).content();
    String main =
        "<h1>"
            + Html.escape(content.title())
            + "</h1>\n"
            + Html.paragraphs(content.paragraphs())
            + "<p>"
            + Html.link("/", "Back to the board")
            + "</p>\n";
    return Optional.of(frame.page(content.language(), content.title(), "", main));
  }
}
