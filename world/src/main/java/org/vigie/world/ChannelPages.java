package org.vigie.world;

import java.util.Optional;
import java.util.OptionalInt;

/** Public previews of messenger channels in the markup of Telegram's {@code /s/NAME} pages. */
final class ChannelPages implements Site.AdvertPages {
  private static final int PER_PAGE = 20;
  private static final int CHANNELS_PER_PAGE = 50;

  private final SiteFrame frame;
  private final Layout layout;
  private final int messages;

  ChannelPages(SiteFrame frame, Layout layout) {
    this.frame = frame;
    this.layout = layout;
    messages = layout.count(Host.TELEGRAM);
  }

  @Override
  public Optional<ServedPage> findPage(RequestTarget target, String origin) {
    if (target.first().isEmpty()) {
      return home(target);
    }
    if (target.segments().size() != 2) {
      return Optional.empty();
    }
    return target.first().equals("s")
        ? channel(target.segments().get(1)).stream()
            .mapToObj(channel -> preview(channel, target))
            .findFirst()
            .flatMap(page -> page)
        : single(target);
  }

  private Optional<ServedPage> home(RequestTarget target) {
    Pager pager = new Pager(Address.channels(messages), CHANNELS_PER_PAGE);
    OptionalInt page = pager.page(target);
    if (page.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder main = new StringBuilder("<h1>" + Html.escape(frame.name()) + "</h1>\n<ul>\n");
    for (int i = pager.newest(page.getAsInt()); i >= pager.oldest(page.getAsInt()); i--) {
      String name = Address.channelName(i);
      main.append("<li>").append(Html.link("/s/" + name, name)).append("</li>\n");
    }
    main.append("</ul>\n").append(pager.links("/", page.getAsInt(), frame));
    return Optional.of(frame.page(frame.language(), frame.name(), "", main.toString()));
  }

  private OptionalInt channel(String name) {
    for (int channel = 0; channel < Address.channels(messages); channel++) {
      if (Address.channelName(channel).equals(name)) {
        return OptionalInt.of(channel);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns the twenty messages before {@code ?before=}, or the newest, oldest first. */
  private Optional<ServedPage> preview(int channel, RequestTarget target) {
    int newest = size(channel);
    OptionalInt before = target.parameter("before", newest + 1);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    int last = Math.min(newest, before.getAsInt() - 1);
    int first = Math.max(1, last - PER_PAGE + 1);
    String name = Address.channelName(channel);
    StringBuilder main = new StringBuilder("<section class=\"tgme_channel_history\">\n");
    if (first > 1) {
      main.append(
          "<div class=\"tgme_widget_message_centered\"><a class=\"tme_messages_more\" href=\"/s/%s?before=%d\" data-before=\"%d\"></a></div>\n"
              .formatted(name, first, first));
    }
    for (int id = first; id <= last; id++) {
      main.append(message(channel, id));
    }
    main.append("</section>\n");
    return Optional.of(document(name, main.toString()));
  }

  private int size(int channel) {
    int channels = Address.channels(messages);
    return messages / channels + (channel < messages % channels ? 1 : 0);
  }

  private Optional<ServedPage> single(RequestTarget target) {
    OptionalInt channel = channel(target.first());
    OptionalInt id = target.number();
    if (channel.isEmpty() || id.isEmpty() || id.getAsInt() > size(channel.getAsInt())) {
      return Optional.empty();
    }
    return Optional.of(document(target.first(), message(channel.getAsInt(), id.getAsInt())));
  }

  /** Links of a date lead to the message alone, which a crawler has no need to fetch. */
  private String message(int channel, int id) {
    int number = Math.toIntExact(Address.messageNumber(channel, id, messages));
    Posting posting = layout.posting(Host.TELEGRAM, number);
    String post = Address.channelName(channel) + "/" + id;
    return """
    <div class="tgme_widget_message_wrap">
    <div class="tgme_widget_message" data-post="%s">
    <div class="tgme_widget_message_bubble">
    <div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="/s/%s"><span>%s</span></a></div>
    <div class="tgme_widget_message_text" dir="auto">%s</div>
    <div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">%d</span>
    <a class="tgme_widget_message_date" rel="nofollow" href="/%s"><time datetime="%s" class="time">%s</time></a></div>
    </div>
    </div>
    </div>
    """
        .formatted(
            post,
            Address.channelName(channel),
            Address.channelName(channel),
            Html.escape(posting.content().title() + "\n" + posting.content().body())
                .replace("\n", "<br>"),
            40 + number % 900,
            post,
            posting.postedAt().toString().replace("Z", "+00:00"),
            Html.day(posting.postedAt()));
  }

  private static ServedPage document(String name, String main) {
    return ServedPage.html(
        """
        <!DOCTYPE html>
        <html>
        <head>
        <meta charset="utf-8">
        <title>%s – channel preview</title>
        <meta property="og:title" content="%s">
        </head>
        <body class="widget_frame_base">
        <header class="tgme_header"><a href="/">Channels</a> <a href="/s/%s">%s</a></header>
        <main class="tgme_main">
        %s</main>
        <footer><a href="/about">What is this</a> <a href="/private/members">Administration</a></footer>
        </body>
        </html>
        """
            .formatted(name, name, name, name, main));
  }
}
