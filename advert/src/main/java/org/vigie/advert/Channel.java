package org.vigie.advert;

import java.util.Locale;

/** The kind of public place an advert was found in. */
public enum Channel {
  CLASSIFIEDS,
  JOB_BOARD,
  MESSAGING,
  FEED,
  FORUM,
  SOCIAL,
  LINK_PREVIEW,
  FILE;

  /**
   * Returns the lower-case form used in files, queries and on screen, such as {@code job-board}.
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the channel that a label names, whatever its case, with {@code _} and {@code -} alike.
   *
   * @throws IllegalArgumentException if no channel has that label
   */
  public static Channel parse(String label) {
    String name = label.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (Channel channel : values()) {
      if (channel.name().equals(name)) {
        return channel;
      }
    }
    throw new IllegalArgumentException(
        "channel must be one of " + labels() + ", but was '" + label + "'");
  }

  private static String labels() {
    StringBuilder labels = new StringBuilder();
    for (Channel channel : values()) {
      labels.append(labels.isEmpty() ? "" : ", ").append(channel.label());
    }
    return labels.toString();
  }
}
