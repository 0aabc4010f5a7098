package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A vacancy of EURES, told in one language or several: in its own it is one post. */
final class EuresShape implements PostShape {
  private static final int MAX_PLACE = 100;

  @Override
  public @Nullable Post read(JsonNode object) {
    if (object.path("locationMap").isObject() && object.has("creationDate")) {
      return found(object);
    }
    JsonNode profiles = object.path("jvProfiles");
    if (!profiles.isObject() || profiles.isEmpty()) {
      return null;
    }
    String language = Values.text(object, "preferredLanguage");
    JsonNode own = profiles.path(language);
    JsonNode told = own.isObject() ? own : profiles.elements().next();
    JsonNode place = told.path("locations").path(0);
    JsonNode contact = told.path("personContacts").path(0).path("communications");
    return Post.of(Post.Kind.JOB)
        .id(Values.text(object, "id"))
        .title(Values.text(told, "title"))
        .text(Values.text(told, "description"))
        .place(Values.text(place, "cityName", "region"))
        .time(Values.time(object.path("creationDate")))
        .field("organization", Values.text(told.path("employer"), "name"))
        .field("email", Values.text(contact.path("emails").path(0), "uri"))
        .field(
            "telephone", Values.text(contact.path("telephoneNumbers").path(0), "uri", "fullNumber"))
        .field("language", language)
        .build();
  }

  /** A vacancy among those that were found. */
  private static Post found(JsonNode vacancy) {
    return Post.of(Post.Kind.JOB)
        .id(Values.text(vacancy, "id"))
        .title(Values.text(vacancy, "title"))
        .text(Values.text(vacancy, "description"))
        .place(place(vacancy.path("locationMap")))
        .time(Values.time(vacancy.path("creationDate")))
        .field("organization", Values.text(vacancy.path("employer"), "name"))
        .build();
  }

  /** The regions of the first country by their names, or the country where none has one. */
  private static String place(JsonNode countries) {
    for (Map.Entry<String, JsonNode> country : countries.properties()) {
      StringJoiner regions = new StringJoiner(", ");
      for (JsonNode region : country.getValue()) {
        boolean code = region.asText("").matches("[A-Z]{2}[A-Z0-9]{0,3}");
        if (!code && regions.length() < MAX_PLACE) {
          regions.add(region.asText(""));
        }
      }
      return regions.length() == 0 ? country.getKey() : regions.toString();
    }
    return "";
  }
}
