package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a test looks for in a page. */
public final class Found {
  private Found() {}

  /** Returns the first link of a page to a path that begins so. */
  public static String link(String page, String path) {
    return group(page, "href=\"(" + path + "[^\"?]+)\"");
  }

  /** Returns the key of a link to an account, which browsers keep to themselves. */
  public static String key(String link) {
    return link.substring(link.indexOf('#') + 1);
  }

  public static String group(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
