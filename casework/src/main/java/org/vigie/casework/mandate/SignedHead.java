package org.vigie.casework.mandate;

/**
 * A head with the key that verifies it, as a witness is told.
 *
 * @param key X.509 in Base64
 * @param head how far the log has come
 */
public record SignedHead(String key, AuditHead head) {}
