package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page by which somebody leads to all of their accounts, such as those of Linktree: who it is,
 * what they say of themselves, and a list of links, of which some write or ring.
 */
final class LinkPageShape implements PostShape {
  private static final List<String> LISTS = List.of("links", "socialLinks", "social_links");

  private static final List<String> OWNERS = List.of("account", "profile", "user", "page");

  private static final Pattern LEADS = Pattern.compile("(?i)(?:https?://|mailto:|tel:|sms:).+");

  private static final int MAX_LINKS = 200;

  @Override
  public @Nullable Post read(JsonNode object) {
    if (!isListOfLinks(object.path("links"))) {
      return null;
    }
    JsonNode owner = object;
    for (String name : OWNERS) {
      owner = owner == object && object.path(name).has("username") ? object.path(name) : owner;
    }
    String handle = Values.text(owner, "username");
    boolean says = owner.has("description") || owner.has("bio") || owner.has("pageTitle");
    return handle.isEmpty() || !says ? null : post(object, owner, handle);
  }

  private static Post post(JsonNode object, JsonNode owner, String handle) {
    Post.Builder post =
        Post.of(Post.Kind.SOCIAL)
            .id(handle)
            .title(Values.text(owner, "pageTitle", "displayName", "title", "name", "username"))
            .handle(handle)
            .author(Values.text(owner, "displayName", "name", "username"));
    StringBuilder text = new StringBuilder(Values.text(owner, "description", "bio"));
    for (String list : LISTS) {
      for (JsonNode link : object.path(list)) {
        String title = Values.text(link, "title", "label", "name");
        text.append(title.isEmpty() ? "" : "\n" + title);
        add(post, Values.text(link, "url", "href"));
      }
    }
    return post.text(text.toString()).build();
  }

  private static void add(Post.Builder post, String url) {
    String told = url.substring(url.indexOf(':') + 1);
    switch (url.substring(0, Math.max(0, url.indexOf(':')))) {
      case "mailto" -> post.field("email", told.replaceFirst("\\?.*", ""));
      case "tel", "sms" -> post.field("telephone", told.replaceFirst("\\?.*", ""));
      default -> post.link(url);
    }
  }

  private static boolean isListOfLinks(JsonNode list) {
    if (!list.isArray() || list.isEmpty() || list.size() > MAX_LINKS) {
      return false;
    }
    for (JsonNode link : list) {
      String url = Values.text(link, "url", "href");
      boolean heading = url.isEmpty() && link.has("title");
      if (!heading && !LEADS.matcher(url).matches()) {
        return false;
      }
    }
    return true;
  }
}
