// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/accounts.h"
