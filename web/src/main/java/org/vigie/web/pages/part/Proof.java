package org.vigie.web.pages.part;

/**
 * How a person shows once more who they are: by password and code in the form itself or, where a
 * provider vouches for them, there.
 *
 * @param provider where they are sent to be seen anew; empty if they have a password here
 * @param given whether the provider has just seen them
 */
public record Proof(String provider, boolean given) {}
