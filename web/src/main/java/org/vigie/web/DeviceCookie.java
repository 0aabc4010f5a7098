package org.vigie.web;

import io.javalin.http.SameSite;
import org.vigie.casework.people.Devices;

/** What a browser keeps so that it is known again at the next sign-in. */
public final class DeviceCookie {
  private static final String NAME = "vigie-device";

  private DeviceCookie() {}

  /** Returns what a browser keeps, or empty. */
  public static String of(Visit visit) {
    return Cookies.find(visit, NAME).orElse("");
  }

  public static void give(Visit visit, String cookie) {
    Cookies.give(visit, NAME, cookie, SameSite.STRICT, Devices.LIFE);
  }
}
