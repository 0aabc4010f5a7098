package org.vigie.exchange.partner;

/**
 * An object template of MISP, as its repository has it.
 *
 * @param name its name
 * @param uuid its id
 * @param version its version, a number
 * @param metaCategory what kind of thing it is about
 * @param description what it is for
 * @see <a href="https://github.com/MISP/misp-objects">misp-objects</a>
 */
record MispTemplate(
    String name, String uuid, String version, String metaCategory, String description) {
  static final MispTemplate ADVERT =
      new MispTemplate(
          "microblog",
          "8ec8c911-ddbe-4f5b-895b-fbff70c42a60",
          "20",
          "misc",
          "A public advert or post, with its text, address and author.");
  static final MispTemplate ANNOTATION =
      new MispTemplate(
          "annotation",
          "5d8dc046-15a1-4ca3-a09f-ed4ede7c4487",
          "3",
          "misc",
          "What a machine or a person noted of other objects of the event.");
  static final MispTemplate ACCOUNT =
      new MispTemplate(
          "user-account",
          "49606b06-22f0-4ac8-8eee-2f12ad46f3d3",
          "6",
          "misc",
          "An account of a service, by the name that it has there.");
  static final MispTemplate COIN =
      new MispTemplate(
          "coin-address",
          "d0e6997e-78da-4815-a6a1-cfc1c1cb8a46",
          "7",
          "financial",
          "Where a cryptocurrency can be paid to.");

  static final Field POST = new Field("post", "text", "Other");
  static final Field LINK = new Field("link", "link", "External analysis");
  static final Field CREATED = new Field("creation-date", "datetime", "Other");
  static final Field TEXT = new Field("text", "text", "Other");
  static final Field USER = new Field("username", "text", "Other");
  static final Field SERVICE = new Field("account-type", "text", "Other");
  static final Field ADDRESS = new Field("address-crypto", "text", "Other");
  static final Field NETWORK = new Field("text", "text", "Other");

  /**
   * An attribute of a template.
   *
   * @param relation its name in the template
   * @param type MISP's type of its values
   * @param category a category that MISP allows for the type
   */
  record Field(String relation, String type, String category) {}
}
