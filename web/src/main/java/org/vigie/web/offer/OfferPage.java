package org.vigie.web.offer;

import java.util.List;
import java.util.Map;

/**
 * The offer checker's page: a form, and what there is to say of a text. It needs no script, sets no
 * cookie, and nothing in it comes from elsewhere.
 */
final class OfferPage {
  private final List<OfferMessages> languages;
  private final HelplineList helplines;
  private final String linked;

  /** A page that is served, each answer anew. */
  OfferPage(List<OfferMessages> languages, List<Helpline> helplines) {
    this(languages, helplines, "/?lang=");
  }

  /**
   * A page.
   *
   * @param linked what stands before a language's tag in a link to the form in that language
   */
  OfferPage(List<OfferMessages> languages, List<Helpline> helplines, String linked) {
    this.languages = languages;
    this.helplines = new HelplineList(helplines);
    this.linked = linked;
  }

  /** Returns the empty form. */
  String form(OfferMessages messages) {
    return form(messages, "");
  }

  /**
   * Returns the form with what went wrong.
   *
   * @param error key of the message, or empty
   */
  String form(OfferMessages messages, String error) {
    return document(messages, "title", formBody(messages, error));
  }

  /** Returns what stands between the tags of the body. */
  String formBody(OfferMessages messages, String error) {
    OfferHtml html = start(messages);
    html.element("h1", messages.of("title"));
    if (!error.isEmpty()) {
      html.raw("<p class=\"error\" role=\"alert\" id=\"error\">")
          .text(messages.limited(error))
          .raw("</p>\n");
    }
    html.element("p", messages.of("intro")).element("p", messages.of("privacy"));
    fields(html, messages, error);
    general(html, messages);
    helplines.write(html, messages, "");
    return end(html);
  }

  /**
   * Returns what there is to say of a text.
   *
   * @param country code of the country that was chosen, or empty
   */
  String advice(OfferMessages messages, OfferAdvice advice, String country) {
    return document(messages, "result", adviceBody(messages, advice, country));
  }

  /** Returns what stands between the tags of the body. */
  String adviceBody(OfferMessages messages, OfferAdvice advice, String country) {
    OfferHtml html = start(messages);
    html.element("h1", messages.of("result"));
    html.raw("<p class=\"note\">").text(messages.of("no-verdict")).raw("</p>\n");
    if (advice.aboutChild()) {
      html.raw("<p class=\"error\">").text(messages.of("child-note")).raw("</p>\n");
    } else if (!advice.isRead()) {
      html.element("p", messages.of("unread"));
    } else {
      lookOut(html, messages, advice.lookOut());
      fine(html, messages, advice.fine());
    }
    general(html, messages);
    helplines.write(html, messages, country);
    html.raw("<p><a href=\"" + linked + messages.tag() + "\">")
        .text(messages.of("again"))
        .raw("</a></p>\n");
    return end(html);
  }

  private static void lookOut(
      OfferHtml html, OfferMessages messages, Map<OfferTopic, List<String>> found) {
    if (found.isEmpty()) {
      html.element("p", messages.of("nothing"));
      return;
    }
    html.element("h2", messages.of("look"));
    for (Map.Entry<OfferTopic, List<String>> entry : found.entrySet()) {
      String topic = entry.getKey().label();
      html.element("h3", messages.of(topic + ".look"));
      quotes(html, messages, entry.getValue());
      html.raw("<p><strong>")
          .text(messages.of("ask"))
          .raw("</strong> ")
          .text(messages.of(topic + ".ask"))
          .raw("</p>\n");
    }
  }

  private static void fine(
      OfferHtml html, OfferMessages messages, Map<FinePoint, List<String>> found) {
    if (found.isEmpty()) {
      return;
    }
    html.element("h2", messages.of("fine")).element("p", messages.of("fine-note"));
    for (Map.Entry<FinePoint, List<String>> entry : found.entrySet()) {
      html.element("h3", messages.of("fine." + entry.getKey().label()));
      quotes(html, messages, entry.getValue());
    }
  }

  private static void quotes(OfferHtml html, OfferMessages messages, List<String> sentences) {
    if (sentences.isEmpty()) {
      return;
    }
    html.element("p", messages.of("read-in"));
    for (String sentence : sentences) {
      html.raw("<q dir=\"auto\">").text(sentence).raw("</q>\n");
    }
  }

  private static void general(OfferHtml html, OfferMessages messages) {
    html.element("h2", messages.of("general")).raw("<ul>\n");
    for (int i = 1; i <= OfferMessages.QUESTIONS; i++) {
      html.element("li", messages.of("general." + i));
    }
    html.raw("</ul>\n");
  }

  private void fields(OfferHtml html, OfferMessages messages, String error) {
    html.raw("<form method=\"post\" action=\"/\" autocomplete=\"off\">\n<label for=\"text\">")
        .text(messages.of("text"))
        .raw("</label>\n<p id=\"limit\">")
        .text(messages.limited("limit"))
        .raw("</p>\n<textarea id=\"text\" name=\"text\" rows=\"10\" required dir=\"auto\"")
        .raw(" spellcheck=\"false\" aria-describedby=\"limit")
        .raw(error.isEmpty() ? "\"" : " error\" aria-invalid=\"true\"")
        .raw("></textarea>\n<label for=\"lang\">")
        .text(messages.of("language"))
        .raw("</label>\n<select id=\"lang\" name=\"lang\">\n");
    for (OfferMessages one : languages) {
      option(html, one.tag(), one.of("name"), one == messages);
    }
    html.raw("</select>\n<label for=\"country\">")
        .text(messages.of("country"))
        .raw("</label>\n<select id=\"country\" name=\"country\">\n");
    option(html, "", messages.of("country-unknown"), true);
    helplines.countries(messages).forEach((code, name) -> option(html, code, name, false));
    html.raw("</select>\n<p><button type=\"submit\">")
        .text(messages.of("send"))
        .raw("</button></p>\n</form>\n");
  }

  private static void option(OfferHtml html, String value, String name, boolean chosen) {
    html.raw("<option value=\"")
        .text(value)
        .raw(chosen ? "\" selected>" : "\">")
        .text(name)
        .raw("</option>\n");
  }

  /** Returns what helps without script, in all languages: questions to ask, and whom to call. */
  String withoutScript() {
    OfferHtml html = new OfferHtml();
    for (OfferMessages one : languages) {
      html.raw("<section lang=\"" + one.tag() + "\" dir=\"" + one.direction() + "\">\n")
          .element("h1", one.of("title"));
      general(html, one);
      helplines.write(html, one, "");
      html.raw("</section>\n");
    }
    return html.toString();
  }

  private static String document(OfferMessages messages, String title, String body) {
    return new OfferHtml()
        .raw("<!DOCTYPE html>\n<html lang=\"" + messages.tag() + "\" dir=\"")
        .raw(messages.direction() + "\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        // A phone would make what the text calls a number a link.
        .raw("<meta name=\"format-detection\" content=\"telephone=no\">\n")
        .element("title", messages.of(title))
        .raw("<link rel=\"stylesheet\" href=\"/offer.css\">\n</head>\n<body>\n")
        .raw(body)
        .raw("</body>\n</html>\n")
        .toString();
  }

  private OfferHtml start(OfferMessages messages) {
    OfferHtml html = new OfferHtml();
    html.raw("<nav aria-label=\"").text(messages.of("languages")).raw("\">\n<ul>\n");
    for (OfferMessages one : languages) {
      html.raw("<li><a href=\"" + linked + one.tag() + "\" lang=\"" + one.tag() + "\" dir=\"")
          .raw(one.direction() + "\"" + (one == messages ? " aria-current=\"true\">" : ">"))
          .text(one.of("name"))
          .raw("</a></li>\n");
    }
    return html.raw("</ul>\n</nav>\n<main>\n");
  }

  private static String end(OfferHtml html) {
    return html.raw("</main>\n").toString();
  }
}
