package org.vigie.world;

/** Where the adverts of each site stand: paths, and addresses with the port left out. */
final class Address {
  /** Adverts in one issue of the feed. */
  static final int ISSUE_SIZE = 25;

  /** Ten pages of a channel, so that a crawler finds the oldest message within ten hops. */
  private static final int CHANNEL_SIZE = 200;

  private static final int MIN_CHANNELS = 3;

  private static final String[] CHANNEL_NAMES = {"city_notices", "work_and_rooms", "daily_adverts"};

  private Address() {}

  /** Returns how many channels hold {@code count} messages. */
  static int channels(int count) {
    return Math.max(MIN_CHANNELS, (count + CHANNEL_SIZE - 1) / CHANNEL_SIZE);
  }

  /**
   * Returns the name of a channel from 0, such as {@code city_notices} or {@code city_notices_7}.
   */
  static String channelName(int channel) {
    String name = CHANNEL_NAMES[channel % CHANNEL_NAMES.length];
    int series = channel / CHANNEL_NAMES.length;
    return series == 0 ? name : name + "_" + series;
  }

  /** Returns the channel from 0 that message {@code number} of {@code count} is in. */
  static int channelOf(int number, int count) {
    return (number - 1) % channels(count);
  }

  /** Returns the id from 1 of a message within its channel. */
  static int messageId(int number, int count) {
    return (number - 1) / channels(count) + 1;
  }

  /** Returns the number on the site of a message of a channel; above the count if there is none. */
  static long messageNumber(int channel, int id, int count) {
    return (long) (id - 1) * channels(count) + channel + 1;
  }

  /** Returns the issue of the feed, from 1, that an item is in. */
  static int issueOf(int number) {
    return (number - 1) / ISSUE_SIZE + 1;
  }

  /**
   * Returns path and fragment of an advert.
   *
   * @param number rank on its site, from 1
   * @param count how many adverts the site has
   */
  static String path(Host host, int number, int count) {
    return switch (host) {
      case ANNONCES -> "/annonce/" + number;
      case JOBS -> "/job/" + number;
      case TELEGRAM -> "/" + channelName(channelOf(number, count)) + "/" + messageId(number, count);
      case NEWS -> "/issue/" + issueOf(number) + "#n" + number;
      case BOARD -> "/post/" + number;
    };
  }

  /** Returns the address of an advert, its port left out. */
  static String url(Host host, int number, int count) {
    return host.origin() + path(host, number, count);
  }
}
