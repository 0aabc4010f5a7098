package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A profile or a place of Instagram, in the form of GraphQL. */
final class InstagramPlaceShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    boolean profile = object.has("username") && object.has("biography");
    boolean place = object.has("edge_location_to_media") && object.has("name");
    if (!profile && !place) {
      return null;
    }
    String handle = Values.text(object, "username");
    return Post.of(Post.Kind.SOCIAL)
        .id(Values.text(object, "id", "pk"))
        .url(profile ? "https://www.instagram.com/" + handle + "/" : "")
        .title(Values.text(object, "full_name", "name"))
        .text(Values.text(object, "biography", "blurb"))
        .author(Values.text(object, "full_name"))
        .handle(handle)
        .field("telephone", Values.text(object, "phone", "business_phone_number"))
        .field("email", Values.text(object, "business_email", "public_email"))
        .link(Values.text(object, "external_url", "website"))
        .field("profile", profile ? "true" : "")
        .build();
  }

  /** A profile holds the latest of its posts. */
  @Override
  public JsonNode answers(JsonNode object) {
    return object.path("edge_owner_to_timeline_media").path("edges");
  }
}
