package org.vigie.capture.extract.content;

import java.util.regex.Pattern;

/** Addresses of pages of a site's members. */
public final class MemberLinks {
  private static final Pattern MEMBER =
      Pattern.compile(
          "(?i)/(?:u|user|users|usuario|member|members|profile|profiles|people|author|authors|seller|sellers)"
              + "[/\\-.?]|[?&](?:u|uid|user|userid|author|seller)=|/@[\\w.]");

  private MemberLinks() {}

  /** Returns whether an address, whole or relative, is of a member's page. */
  public static boolean isMember(String address) {
    return MEMBER.matcher(address).find();
  }
}
