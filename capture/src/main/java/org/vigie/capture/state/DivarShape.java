package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** An advert of Divar: a row of its lists, or a page made of sections of widgets. */
final class DivarShape implements PostShape {
  private static final String ADVERT = "https://divar.ir/v/";

  @Override
  public @Nullable Post read(JsonNode object) {
    if (Values.text(object, "widget_type").equals("POST_ROW")) {
      return row(object.path("data"));
    }
    boolean advert = object.path("sections").isArray() && object.path("share").has("web_url");
    return advert ? advert(object) : null;
  }

  private static Post row(JsonNode data) {
    String token = Values.text(data, "token");
    JsonNode about = Values.at(data, "action", "payload", "web_info");
    return Post.of(Post.Kind.OFFER)
        .id(token)
        .url(token.isEmpty() ? "" : ADVERT + token)
        .title(Values.text(data, "title"))
        .place(place(about))
        .field("price", Values.text(data, "middle_description_text"))
        .field("context.posted", Values.text(data, "bottom_description_text"))
        .build();
  }

  private static Post advert(JsonNode page) {
    StringBuilder text = new StringBuilder();
    String title = Values.text(page.path("share"), "title");
    String posted = "";
    for (JsonNode section : page.path("sections")) {
      for (JsonNode widget : section.path("widgets")) {
        JsonNode data = widget.path("data");
        switch (Values.text(widget, "widget_type")) {
          case "DESCRIPTION_ROW" -> text.append(Values.text(data, "text")).append('\n');
          case "LEGEND_TITLE_ROW" -> {
            title = Values.text(data, "title");
            posted = Values.text(data, "subtitle");
          }
          default -> {}
        }
      }
    }
    String token = Values.text(page, "token");
    return Post.of(Post.Kind.OFFER)
        .id(token)
        .url(token.isEmpty() ? "" : ADVERT + token)
        .title(title)
        .text(text.toString())
        .place(place(Values.at(page, "seo", "web_info")))
        .field("context.posted", posted)
        .build();
  }

  private static String place(JsonNode about) {
    String city = Values.text(about, "city_persian");
    String district = Values.text(about, "district_persian");
    return city.isEmpty() || district.isEmpty() ? city + district : city + ", " + district;
  }
}
